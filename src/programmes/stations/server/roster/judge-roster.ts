import type { Text } from '#platform/text.ts'

import { findNearPairs, sameNameKey } from '../../rules/duplicate-stations.ts'
import type { Degrees } from '../../rules/coordinates.ts'
import type { RosterField, RosterProblem, RosterVerdict, Severity } from './roster-verdict.ts'

/** A station the platform knows already, as far as a duplicate can be seen by it. */
export interface ExistingStation {
  readonly id: string
  readonly name: string
  readonly adcode: string
  readonly code?: string
  readonly location?: Degrees
}

export interface RosterSummary {
  readonly rows: number
  /** No problem but notes. */
  readonly good: number
  readonly toConfirm: number
  readonly refused: number
}

export interface JudgedRoster {
  readonly verdicts: readonly RosterVerdict[]
  readonly summary: RosterSummary
}

/** One side of a comparison: a row of the file, or a station that is there. */
interface Party {
  readonly name: string
  readonly row?: number
  readonly stationId?: string
}

/** Compares the rows of a file with one another and with the stations that are there already. */
export function judgeRoster(
  verdicts: readonly RosterVerdict[],
  existing: readonly ExistingStation[],
): JudgedRoster {
  const found = new Map<number, RosterProblem[]>()
  const report = (row: number, problem: RosterProblem): void => {
    found.set(row, [...(found.get(row) ?? []), problem])
  }
  compareCodes(verdicts, existing, report)
  compareNames(verdicts, existing, report)
  comparePlaces(verdicts, existing, report)
  const judged = verdicts.map((verdict) => withProblems(verdict, found.get(verdict.row) ?? []))
  return { verdicts: judged, summary: summarise(judged) }
}

type Report = (row: number, problem: RosterProblem) => void

/** One code in two rows is a mistake of the file; the code of a station that is there means that station. */
function compareCodes(
  verdicts: readonly RosterVerdict[],
  existing: readonly ExistingStation[],
  report: Report,
): void {
  const holders = new Map<string, Party>()
  for (const { code, id, name } of existing)
    if (code !== undefined) holders.set(code, { name, stationId: id })
  for (const { row, station } of verdicts) {
    if (station?.code === undefined) continue
    const holder = holders.get(station.code)
    if (holder === undefined) holders.set(station.code, { name: station.name, row })
    else {
      const severity = holder.row === undefined ? 'confirm' : 'error'
      report(row, sameProblem('code', 'same-code', severity, station.code, holder, SAME_CODE))
    }
  }
}

function compareNames(
  verdicts: readonly RosterVerdict[],
  existing: readonly ExistingStation[],
  report: Report,
): void {
  const holders = new Map<string, Party>()
  for (const it of existing) holders.set(sameNameKey(it), { name: it.name, stationId: it.id })
  for (const { row, station } of verdicts) {
    if (station === undefined) continue
    const holder = holders.get(sameNameKey(station))
    if (holder === undefined) holders.set(sameNameKey(station), { name: station.name, row })
    else report(row, sameProblem('name', 'same-name', 'confirm', station.name, holder, SAME_NAME))
  }
}

function comparePlaces(
  verdicts: readonly RosterVerdict[],
  existing: readonly ExistingStation[],
  report: Report,
): void {
  const known = existing.flatMap(({ id, name, location }) =>
    location === undefined ? [] : [{ ...place(location), name, stationId: id, row: undefined }],
  )
  const rows = verdicts.flatMap(({ row, station }) =>
    station?.location === undefined
      ? []
      : [{ ...place(station.location), name: station.name, stationId: undefined, row }],
  )
  for (const { first, second, distanceMetres } of findNearPairs([...known, ...rows])) {
    // Known stations come first, so a pair whose later part is known is between two known ones.
    if (second.row === undefined) continue
    const metres = Math.round(distanceMetres)
    const who = partyText(first)
    report(second.row, {
      field: 'coordinates',
      code: 'within-50-metres',
      value: `${second.longitude},${second.latitude}`,
      severity: 'confirm',
      reason: {
        zh: `与${who.zh}相距 ${metres} 米，请确认不是同一个站点。`,
        en: `It is ${metres} m from ${who.en}; please confirm that they are two stations.`,
      },
      other: { ...otherOf(first), distanceMetres: metres },
    })
  }
}

const SAME_CODE: Text = { zh: '编码相同', en: 'has the same code as' }
const SAME_NAME: Text = { zh: '在同一县区重名', en: 'has the same name, in the same district, as' }

function sameProblem(
  field: RosterField,
  code: string,
  severity: Severity,
  value: string,
  holder: Party,
  what: Text,
): RosterProblem {
  const who = partyText(holder)
  const reason = { zh: `与${who.zh}${what.zh}。`, en: `It ${what.en} ${who.en}.` }
  return { field, code, value, severity, reason, other: otherOf(holder) }
}

function partyText({ name, row }: { name: string; row?: number | undefined }): Text {
  return row === undefined
    ? { zh: `已有站点“${name}”`, en: `the known station "${name}"` }
    : { zh: `第 ${row} 行“${name}”`, en: `row ${row}, "${name}"` }
}

function otherOf({ row, stationId }: { row?: number | undefined; stationId?: string | undefined }) {
  return { ...(row !== undefined && { row }), ...(stationId !== undefined && { stationId }) }
}

const place = ({ longitude, latitude }: Degrees): Degrees => ({ longitude, latitude })

/** An error found by comparison takes the station out, as an error of the row itself does. */
function withProblems(verdict: RosterVerdict, more: readonly RosterProblem[]): RosterVerdict {
  if (more.length === 0) return verdict
  const problems = [...verdict.problems, ...more]
  const isRefused = more.some((problem) => problem.severity === 'error')
  if (isRefused || verdict.station === undefined) return { row: verdict.row, problems }
  return { row: verdict.row, station: verdict.station, problems }
}

function summarise(verdicts: readonly RosterVerdict[]): RosterSummary {
  const refused = verdicts.filter((it) => it.station === undefined).length
  const toConfirm = verdicts.filter(
    (it) => it.station !== undefined && it.problems.some((problem) => problem.severity === 'confirm'),
  ).length
  return { rows: verdicts.length, good: verdicts.length - refused - toConfirm, toConfirm, refused }
}
