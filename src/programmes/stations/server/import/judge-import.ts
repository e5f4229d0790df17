import { judgeRoster } from '../roster/judge-roster.ts'
import type { ParsedStation } from '../roster/roster-verdict.ts'
import { isOwnProblem, type ImportDecision, type ImportedRow, type ImportProblem } from './imported-row.ts'
import type { KnownStation } from './known-stations.ts'
import { changedFields, keeperOf, mergeDraft } from './merge-draft.ts'
import {
  otherDistrict,
  outOfReach,
  problemOfMatch,
  problemsOfAny,
  problemsOfDraft,
  problemsOfNew,
  sameTarget,
} from './target-problem.ts'

/** What the rows are compared with, as it stands now. */
export type ImportSurroundings = {
  readonly known: readonly KnownStation[]
  /** Whether the caller may change a station that lies at this path of the tree. */
  readonly mayChange: (path: string) => boolean
  /** A keeper's phone as the register finds it. */
  readonly phoneIndex: (phone: string) => string
  /** Name of the organisation that a new station of this district would count to, where it is not the district's. */
  readonly strangerTo: (adcode: string) => string | undefined
}

/**
 * Judges all rows anew: with one another, with the stations that are there, and as what would be written. A row
 * that a person confirmed stays confirmed while it asks nothing new; a skipped row takes part in nothing.
 */
export function judgeImport(rows: readonly ImportedRow[], around: ImportSurroundings): ImportedRow[] {
  const live = rows.filter((row) => row.decision !== 'skipped')
  const verdicts = live.map((row) => ({
    row: row.row,
    problems: [],
    ...(row.parsed !== undefined && { station: row.parsed }),
  }))
  const compared = judgeRoster(verdicts, around.known).verdicts
  const byId = new Map(around.known.map((known) => [known.id, known]))
  const takenBy = new Map<string, number>()
  const judged = live.map((row, index) => {
    const own = row.problems.filter(isOwnProblem)
    if (row.parsed === undefined) return decided(row, own, undefined)
    const found = compared[index]!.problems
    const match = matchOf(found, byId)
    if (match === undefined)
      return decided(row, [...own, ...found, ...newProblems(row.parsed, around)], undefined)
    const first = takenBy.get(match.known.id)
    takenBy.set(match.known.id, first ?? row.row)
    const others = found.filter((problem) => problem.other?.stationId !== match.known.id)
    const matched =
      first === undefined ? matchProblems(row.parsed, match, around) : [sameTarget(first, match.known)]
    return decided(row, [...own, ...others, ...matched], match.known.code)
  })
  const byRow = new Map(judged.map((row) => [row.row, row]))
  return rows.map((row) => byRow.get(row.row) ?? row)
}

type Match = { readonly known: KnownStation; readonly byCode: boolean }

/** A code means its station whatever the row calls it; without one, the name within the district does. */
function matchOf(
  problems: readonly ImportProblem[],
  byId: ReadonlyMap<string, KnownStation>,
): Match | undefined {
  for (const code of ['same-code', 'same-name']) {
    const id = problems.find((problem) => problem.code === code)?.other?.stationId
    const known = id === undefined ? undefined : byId.get(id)
    if (known !== undefined) return { known, byCode: code === 'same-code' }
  }
  return undefined
}

function newProblems(parsed: ParsedStation, around: ImportSurroundings): ImportProblem[] {
  const draft = mergeDraft(parsed)
  const stranger = around.strangerTo(parsed.adcode)
  return [
    ...problemsOfNew(parsed),
    ...(draft === undefined ? [] : problemsOfDraft(draft)),
    ...(stranger === undefined ? [] : [otherDistrict(stranger)]),
  ]
}

function matchProblems(
  parsed: ParsedStation,
  { known, byCode }: Match,
  around: ImportSurroundings,
): ImportProblem[] {
  if (!around.mayChange(known.path)) return [outOfReach(known)]
  // A station that is there has a place, so that the merged draft has one.
  const draft = mergeDraft(parsed, known.draft)!
  const changes = [
    ...changedFields(known.draft, draft),
    ...(changesKeeper(parsed, known, around) ? [{ zh: '站长', en: 'keeper' }] : []),
  ]
  return [problemOfMatch(known, changes, byCode), ...problemsOfAny(parsed), ...problemsOfDraft(draft)]
}

export function changesKeeper(
  parsed: ParsedStation,
  known: KnownStation | undefined,
  { phoneIndex }: Pick<ImportSurroundings, 'phoneIndex'>,
): boolean {
  const keeper = keeperOf(parsed)
  if (keeper === undefined) return false
  return known?.keeper?.name !== keeper.name || known.keeper.phoneIndex !== phoneIndex(keeper.phone)
}

function decided(row: ImportedRow, problems: ImportProblem[], changesCode: string | undefined): ImportedRow {
  return { ...row, problems, changesCode, decision: decisionOf(row, problems) }
}

function decisionOf(before: ImportedRow, problems: readonly ImportProblem[]): ImportDecision {
  if (before.parsed === undefined || problems.some(({ severity }) => severity === 'error')) return 'refused'
  const asked = questions(problems)
  if (asked.length === 0) return 'ready'
  if (before.decision !== 'confirmed') return 'confirm'
  const agreed = new Set(questions(before.problems))
  return asked.every((question) => agreed.has(question)) ? 'confirmed' : 'confirm'
}

/** What a person agrees to when they confirm: each question with what it is about. */
const questions = (problems: readonly ImportProblem[]): string[] =>
  problems
    .filter(({ severity }) => severity === 'confirm')
    .map(({ field, code, value, other, ofVersion, reason }) =>
      JSON.stringify([field, code, value, other?.row, other?.stationId, ofVersion, reason.zh]),
    )
