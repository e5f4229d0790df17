import { Failure } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { liveIndex } from './live-index.ts'
import { answerOf, turnIndexTo, type StationIndex } from './station-index.ts'

/** More do not fit on a phone's map, nor into its memory; a city that has more asks by district. */
const STATIONS_MAX = 5_000

export const mapStations: Handler<typeof stations.mapStations> = async (ctx, { adcode }) => {
  const index = await liveIndex(ctx)
  turnIndexTo(index, ctx.now)
  const slots = operatingSlots(index, adcode)
  if (slots.length > STATIONS_MAX) throw tooManyForAMap(slots.length)
  return { asOf: ctx.now, stations: slots.map((slot) => mapStation(index, slot)) }
}

function operatingSlots(index: StationIndex, adcode: string | undefined): number[] {
  const slots: number[] = []
  for (const [slot, station] of index.stations.entries()) {
    if (index.operating[slot] === 1 && (adcode === undefined || station.adcode === adcode)) slots.push(slot)
  }
  return slots
}

/** A station as the map shows it, from its slot. */
export function mapStation(index: StationIndex, slot: number) {
  const { code, name, adcode, address, longitude, latitude, facilities, level, hours } = index.stations[slot]!
  const openProbability = answerOf(index, slot).learned
  return { code, name, adcode, address, longitude, latitude, facilities, level, hours, openProbability }
}

const tooManyForAMap = (count: number) =>
  new Failure(
    422,
    'choose-a-district',
    {
      zh: `这里有${count}个驿站，一张图放不下，请选择县区。`,
      en: `${count} stations do not fit on one map; choose a district.`,
    },
    [
      {
        field: 'adcode',
        reason: { zh: '请选择县区', en: 'choose a district' },
      },
    ],
  )
