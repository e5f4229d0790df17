import { facilities } from '../../rules/facilities.ts'
import { distanceMetres } from '../../rules/coordinates.ts'
import type { DemoCity, DemoStation } from './demo-station.ts'
import { makeDemoStations } from './make-demo-stations.ts'
import { cellsOf, columns, rosterFaults } from './roster-faults.ts'
import type { RosterFault } from './roster-faults.ts'

export type DemoRosterWish = {
  readonly seed: number
  readonly today: string
  readonly city: DemoCity
  /** The stations already there: the roster brings new ones, and one that is almost there already. */
  readonly stations: readonly DemoStation[]
}

export type DemoRoster = {
  /** Cells as text: a title, the header, then a line each. Both an XLSX and a GB18030 CSV are written from it. */
  readonly rows: string[][]
  /** What was planted, by 1-based row as a spreadsheet shows it, to compare the preview with. */
  readonly faults: readonly { readonly row: number; readonly fault: RosterFault }[]
}

const LINES = 40
const HEAD_ROWS = 2

/** A roster to try the import page with: most lines are good, and each kind of fault stands in one of them. */
export function makeDemoRoster({ seed, today, city, stations }: DemoRosterWish): DemoRoster {
  const fresh = freshStations(makeDemoStations({ seed: seed + 1, today, city }), stations).slice(0, LINES)
  const lines = fresh.map((station, index) => cellsOf(station, index + 1, facilityWords(station)))
  const planted = Object.entries(rosterFaults) as [RosterFault, (typeof rosterFaults)[RosterFault]][]
  const step = Math.floor(LINES / planted.length)
  const faults = planted.map(([fault, spoil], index) => {
    const at = 1 + index * step
    const spoilt = spoil({ cells: lines[at] ?? [], earlier: lines[0] ?? [], known: stations[index] })
    lines[at] = spoilt
    return { row: at + HEAD_ROWS + 1, fault }
  })
  const title = ['平顶山市工会户外劳动者爱心驿站花名册（演示数据）']
  return { rows: [pad(title), [...columns], ...lines], faults }
}

/** Stations of another seed that are no neighbours of a known one and bear another name, from all over the city. */
function freshStations(made: readonly DemoStation[], known: readonly DemoStation[]): DemoStation[] {
  const names = new Set(known.map(({ name }) => name))
  const far = made.filter(
    (station) => !names.has(station.name) && known.every((other) => metres(station, other) > 80),
  )
  const byDistrict = [...Map.groupBy(far, ({ districtAdcode }) => districtAdcode).values()]
  const rounds = Math.max(...byDistrict.map((list) => list.length))
  return Array.from({ length: rounds }, (_, round) =>
    byDistrict.flatMap((list) => list.slice(round, round + 1)),
  ).flat()
}

function metres(a: DemoStation, b: DemoStation): number {
  return distanceMetres({ longitude: a.lng, latitude: a.lat }, { longitude: b.lng, latitude: b.lat })
}

const facilityNames = new Map<string, string>(facilities.map(({ id, text }) => [id, text.zh]))

function facilityWords(station: DemoStation): string {
  return station.facilities.map((id) => facilityNames.get(id) ?? id).join('、')
}

function pad(cells: string[]): string[] {
  return [...cells, ...Array.from({ length: columns.length - cells.length }, () => '')]
}
