import { defineModule, type Handler } from '#platform/module.ts'
import { cityOperations } from '../contract.ts'
import { cityOf } from './current.ts'
import { schematicGeometry } from './schematic.ts'

const getCity: Handler<typeof cityOperations.getCity> = async (ctx) => {
  const city = cityOf(ctx.config)
  const { areas, waters, roads, labels, ...geometry } = schematicGeometry(city)
  return {
    adcode: city.adcode,
    name: city.name,
    timeZone: city.timeZone,
    districts: city.districts.map(({ adcode, name, urban, centre: [longitude, latitude] }) => ({
      adcode,
      name,
      urban,
      longitude,
      latitude,
    })),
    schematic: {
      ...geometry,
      frame: city.drawing.frame,
      areas: [...areas],
      waters: [...waters],
      roads: [...roads],
      labels: [...labels],
    },
    tiles: ctx.config.tiles ?? null,
  }
}

export const cityModule = defineModule({
  name: 'city',
  title: { zh: '城市', en: 'City' },
  folder: new URL('../', import.meta.url),
  operations: cityOperations,
  permissions: {},
  handlers: { getCity },
})
