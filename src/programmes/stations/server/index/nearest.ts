import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { locate } from '../../rules/coordinates.ts'
import { liveIndex } from './live-index.ts'
import { nearestStations } from './nearest-stations.ts'

export const nearest: Handler<typeof stations.nearest> = async (ctx, input) => {
  const index = await liveIndex(ctx)
  const found = nearestStations(index, locate(input, input.datum, ''), input, ctx.now)
  return {
    asOf: ctx.now,
    rows: found.map(({ station, distanceMetres, open }) => ({
      code: station.code,
      name: station.name,
      adcode: station.adcode,
      address: station.address,
      longitude: station.longitude,
      latitude: station.latitude,
      distanceMetres,
      facilities: station.facilities,
      level: station.level,
      open: open.said.state,
      declaredOpen: open.said.declaredOpen,
      changesAt: open.changesAt,
      probability: open.said.probability,
      confidence: open.said.confidence,
    })),
  }
}
