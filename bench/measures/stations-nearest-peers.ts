import type { Measure } from '../harness/measure.ts'
import { toPeers } from '../harness/peers.ts'
import { rounded } from '../harness/result.ts'
import { againstFloor } from './against-floor.ts'
import { nearestPath, placesOf } from './nearest-load.ts'

/** The nearest 20 of ours against a plain list of 20 in the peers, by way of the floor. */
export const stationsNearestPeers: Measure = {
  names: ['stations.nearest.peers'],
  run: async (bench) => {
    const city = await bench.bigCity()
    bench.say('nearest, ours and the floor in turn')
    const { ours, floor, ratio } = await againstFloor(bench, placesOf(city).map(nearestPath))
    const { least, each } = toPeers(ratio)
    return [
      {
        name: 'stations.nearest.peers',
        value: Math.round(ours),
        unit: 'answers/s',
        against: 'list of 20 in the fastest peer (recorded)',
        ratio: rounded(least),
        target: 20,
        note: `${each}; floor ${Math.round(floor)}/s in this run, ours ${ratio.toFixed(2)} of it`,
      },
    ]
  },
}
