import { DISTRICTS } from '../harness/generated-stations.ts'
import type { Measure } from '../harness/measure.ts'
import { toPeers } from '../harness/peers.ts'
import { adcodeOf } from '../harness/generated-stations.ts'
import { rounded } from '../harness/result.ts'
import { againstFloor } from './against-floor.ts'

/**
 * Twenty stations of a district as a signed-in officer sees them (`stations.list-stations`): rights, the exact total,
 * open reports and check-ins of each. The floor and the peers list the bare rows.
 */
export const stationsList: Measure = {
  names: ['stations.list20', 'stations.list20.peers'],
  run: async (bench) => {
    const { officer } = await bench.bigCity()
    const paths = Array.from(
      { length: DISTRICTS },
      (_, district) => `/api/stations/list-stations?adcode=${adcodeOf(district)}&state=operating&pageSize=20`,
    )
    bench.say("an officer's list, ours and the floor in turn")
    const { ours, floor, ratio } = await againstFloor(bench, paths, officer)
    const { least, each } = toPeers(ratio)
    const seen = { value: Math.round(ours), unit: 'answers/s' }
    return [
      {
        name: 'stations.list20',
        ...seen,
        against: `${Math.round(floor)}/s, floor: bare node:http + pg, the rows alone`,
        ratio: rounded(ratio),
        target: 0.8,
        note: 'ours with rights, total, open reports and check-ins; 340 districts of some 530 stations',
      },
      {
        name: 'stations.list20.peers',
        ...seen,
        against: 'list of 20 in the fastest peer (recorded)',
        ratio: rounded(least),
        target: 20,
        note: each,
      },
    ]
  },
}
