import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { conflictOf } from '../../rules/conflicts.ts'
import { databaseNow, getContestRow } from '../find-contest.ts'
import { unitNames } from '../publication/shown-entries.ts'
import { tryAssignment } from './assign-entries.ts'
import { candidatesOf } from './candidates.ts'
import { readCandidates, readPanel } from './panel.ts'

const CONFLICTS_MAX = 1_000
const SHORT_MAX = 200

type Panel = Awaited<ReturnType<typeof readPanel>>
type Candidate = Awaited<ReturnType<typeof readCandidates>>[number]

/** The assignment of a round as it would be now, by the same solver, so that a panel is mended before the round is opened. */
export const previewRound: Handler<typeof contests.previewRound> = async (ctx, { contestId, no }) => {
  const contest = await getContestRow(ctx, contestId)
  await requireAt(ctx, 'contests.read', contest.organisationId)
  const rule = contest.rules.rounds[no - 1]
  if (rule === undefined) throw notFound({ zh: '评审轮次', en: 'round' })
  const { waitsFor, ids = [] } = await candidatesOf(ctx, contestId, no)
  const [entries, panel] = [await readCandidates(ctx, ids), await readPanel(ctx, contestId)]
  const conflicts = panel.flatMap((judge) => entries.flatMap((entry) => conflictRow(judge, entry)))
  const { pairs, short } = await tryAssignment({
    entries: entries.map((entry) => ({ ...entry, needs: rule.judgesPerEntry })),
    judges: panel.map((judge) => ({ ...judge, has: 0 })),
    taken: new Set(),
  })
  const ofJudge = countsOf(conflicts, ({ judgeId }) => judgeId)
  const ofEntry = countsOf(conflicts, ({ entryId }) => entryId)
  const load = countsOf(pairs, ({ judgeId }) => judgeId)
  const loads = panel.map(({ id }) => load(id))
  const shortIds = new Set(short.map(({ id }) => id))
  const isPlanned = entries.length > 0 && short.length === 0
  return {
    name: rule.name,
    judgesPerEntry: rule.judgesPerEntry,
    waitsFor,
    isPreliminary: no === 1 && (await databaseNow(ctx)) <= contest.entriesUntil,
    entries: entries.length,
    loads: isPlanned ? { fewest: Math.min(...loads), most: Math.max(...loads) } : null,
    judges: panel.map(({ id, no: judgeNo, name, unitName }) => {
      return { id, no: judgeNo, name, unitName, conflicts: ofJudge(id) }
    }),
    short: entries
      .filter(({ id }) => shortIds.has(id))
      .slice(0, SHORT_MAX)
      .map(({ id, label, title, unitName }) => {
        return { entryId: id, no: label, title, unitName, free: panel.length - ofEntry(id) }
      }),
    shortTotal: short.length,
    conflicts: await withHouses(ctx, conflicts.slice(0, CONFLICTS_MAX)),
    conflictsTotal: conflicts.length,
  }
}

/** How many of each, counted in one pass: two thousand entries before sixty judges may all stand against each other. */
function countsOf<T>(rows: readonly T[], idOf: (row: T) => string): (id: string) => number {
  const counted = new Map<string, number>()
  for (const row of rows) counted.set(idOf(row), (counted.get(idOf(row)) ?? 0) + 1)
  return (id) => counted.get(id) ?? 0
}

/** Where a shared house is what stands against it, `through` is its id until `withHouses` names it. */
function conflictRow(judge: Panel[number], entry: Candidate) {
  const found = conflictOf(judge, entry)
  if (found === undefined) return []
  const isAbove = found === 'same-unit' && judge.unitId !== entry.unitId
  const kin = found === 'kin' ? entry.names.filter((name) => judge.kin.has(name)).join('、') : ''
  return [
    {
      judgeId: judge.id,
      judgeNo: judge.no,
      judgeName: judge.name,
      entryId: entry.id,
      entryNo: entry.label,
      title: entry.title,
      unitName: entry.unitName,
      kind: isAbove ? ('same-house' as const) : found,
      through: isAbove ? judge.house : kin,
    },
  ]
}

async function withHouses<T extends { readonly kind: string; readonly through: string }>(
  ctx: Context,
  rows: readonly T[],
): Promise<T[]> {
  const houses = [...new Set(rows.filter(({ kind }) => kind === 'same-house').map(({ through }) => through))]
  const names = await unitNames(ctx, houses)
  return rows.map((row) => ({ ...row, through: names.get(row.through) ?? row.through }))
}
