import { sql } from 'kysely'
import { personKeyText, sameAs, survivorOf } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import type { JudgedEntry, PanelJudge } from '../../rules/conflicts.ts'
import { tables } from '../tables.ts'

/**
 * Where somebody belongs, for conflicts: the topmost unit above theirs that is no federation, so that two branches of one
 * company are one house, and two companies of one county are two. The unit itself, where all above it are federations.
 */
const houseOf = (path: ReturnType<typeof sql.ref>) => sql<string>`coalesce((
  select house.id from organisations.organisation house
  where house.path @> ${path} and house.kind not like '%-federation' order by nlevel(house.path) limit 1)::text,
  ${path}::text)`

type SeatedJudge = PanelJudge & {
  readonly no: number
  readonly name: string
  readonly unitId: string
  readonly unitName: string
}

/** Those who have not left, with what they declared; a person merged into another counts as that one. */
export async function readPanel(ctx: Context, contestId: string): Promise<SeatedJudge[]> {
  const judges = await tables(ctx)
    .selectFrom('contests.judge as judge')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'judge.unit_id')
    .select(['judge.id', 'judge.no', 'judge.name', 'judge.person_bk as bk', 'judge.person_id as personId'])
    .select(['judge.unit_id as unitId', 'unit.name as unitName'])
    .select(houseOf(sql.ref('unit.path')).as('house'))
    .select(sql<string[]>`array(select name from contests.kin where judge_id = judge.id)`.as('kin'))
    .where('judge.contest_id', '=', contestId)
    .where('judge.left_at', 'is', null)
    .orderBy('judge.no')
    .execute()
  const found: SeatedJudge[] = []
  for (const { kin, bk, personId, ...judge } of judges) {
    const rows = await sameAs(ctx, await survivorOf(ctx, { bk, id: personId }))
    found.push({ ...judge, persons: new Set(rows.map(personKeyText)), kin: new Set(kin) })
  }
  return found
}

type RoundEntry = JudgedEntry & { readonly label: number }

/** The entries of a round as the assignment sees them, in the order of their lot; none that was taken out. */
export async function readRoundEntries(ctx: Context, roundId: string): Promise<RoundEntry[]> {
  return judgedEntries(ctx)
    .innerJoin('contests.round_entry as drawn', 'drawn.entry_id', 'entry.id')
    .leftJoin('contests.disqualification as out', 'out.entry_id', 'entry.id')
    .select('drawn.label')
    .where('drawn.round_id', '=', roundId)
    .where('out.entry_id', 'is', null)
    .orderBy('drawn.label')
    .execute()
}

/** Entries as an assignment would see them, under the number that their entrants know. */
export async function readCandidates(ctx: Context, ids: readonly string[]) {
  return judgedEntries(ctx)
    .select(['entry.no as label', 'entry.title', 'entry.unit_id as unitId', 'unit.name as unitName'])
    .where(sql<boolean>`entry.id = any(${[...ids]}::uuid[])`)
    .orderBy('entry.no')
    .execute()
}

const judgedEntries = (ctx: Context) =>
  tables(ctx)
    .selectFrom('contests.entry as entry')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'entry.unit_id')
    .select('entry.id')
    .select(houseOf(sql.ref('unit.path')).as('house'))
    .select(sql<string>`entry.entrant_bk || ':' || entry.entrant_id`.as('entrant'))
    .select(sql<string[]>`array(select name from contests.participant where entry_id = entry.id)`.as('names'))
