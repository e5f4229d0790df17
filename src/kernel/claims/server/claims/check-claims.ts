import { askFigure } from '#kernel/figures/index.ts'
import { sql } from 'kysely'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { claimsIn } from '../../relation-schema.ts'
import type { Recorded } from '../../rules/relations/against-figure.ts'
import { judgeClaim } from '../../rules/relations/judge-claim.ts'
import { judgeRelation } from '../../rules/relations/judge-relation.ts'
import { judgeRepeated } from '../../rules/relations/repeated.ts'
import { judged, line, type Judged, type Said } from '../../rules/relations/said.ts'
import { tables } from '../tables.ts'
import {
  saidOf,
  standingClaims,
  standingRelations,
  whereOf,
  type ClaimRow,
  type RelationRow,
} from './claim-rows.ts'

type Found = {
  readonly kind: 'claim' | 'relation'
  readonly id: string
  readonly version: number
  readonly judged: Judged
}

/**
 * Judges every standing claim and relation anew, by the records as they are known now, and writes down what came out
 * otherwise than before. Answers how many were looked at and how many changed.
 */
export async function checkClaims(ctx: Context): Promise<{ lookedAt: number; changed: number }> {
  const found = await judgeAll(ctx)
  const changed = await keepChanged(ctx, found)
  const lookedAt = found.length
  await tables(ctx)
    .insertInto('claims.run')
    .values({ id: newId(ctx.now.getTime()), looked_at: lookedAt, changed })
    .execute()
  return { lookedAt, changed }
}

async function judgeAll(ctx: Context): Promise<Found[]> {
  const rows = await standingClaims(ctx)
  const claims = new Map(rows.map((row) => [row.id, saidOf(row)]))
  const relations = (await standingRelations(ctx)).map((row) => ({ row, judged: judgeRow(row, claims) }))
  const asked = new Map<string, Promise<Recorded | null>>()
  const held = new Map<string, Held>()
  for (const row of rows) held.set(row.id, await recordedOf(ctx, row, asked))
  const refuted = new Set(
    rows.filter((row) => isRefuted(claims.get(row.id)!, held.get(row.id)!)).map(({ id }) => id),
  )
  const own = new Map(
    rows.map((row) => {
      const standsIn = relations
        .filter(({ row: { relation } }) => claimsIn(relation).includes(row.id))
        .map(({ row: { relation, titleZh, titleEn }, judged: verdict }) => ({
          kind: relation.kind,
          title: { zh: titleZh, en: titleEn },
          judged: verdict,
          isExplained: claimsIn(relation).some((id) => id !== row.id && refuted.has(id)),
        }))
      return [row.id, judgeClaim(claims.get(row.id)!, held.get(row.id)!, standsIn)]
    }),
  )
  const repeated = withRepeated(rows, claims, own)
  return [
    ...relations.map(({ row, judged: verdict }) => foundOf('relation', row, verdict)),
    ...rows.map((row) => foundOf('claim', row, repeated(row, []))),
  ]
}

type Held = { readonly then: Recorded; readonly now: Recorded } | null

const foundOf = (kind: Found['kind'], { id, version }: Pick<Found, 'id' | 'version'>, verdict: Judged) => ({
  kind,
  id,
  version,
  judged: verdict,
})

/** What repeats another claim is judged by it, however long the row of those who repeat one another. */
function withRepeated(
  rows: readonly ClaimRow[],
  claims: ReadonlyMap<string, Said>,
  own: ReadonlyMap<string, Judged>,
) {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return function judge(row: ClaimRow, seen: readonly string[]): Judged {
    if (row.repeatsId === null || row.figureKey !== null) return own.get(row.id)!
    const other = byId.get(row.repeatsId)
    if (other === undefined || seen.includes(row.id)) return judged('cannot-be-checked', [GONE], 'no-value')
    return judgeRepeated(claims.get(row.id)!, {
      said: claims.get(other.id)!,
      where: whereOf(other),
      judged: judge(other, [...seen, row.id]),
    })
  }
}

const GONE = line('其中一个说法已撤销登记。', 'One of its claims was withdrawn.')

const isRefuted = (said: Said, recorded: Held) =>
  recorded !== null && judgeClaim(said, recorded, []).verdict === 'contradicts'

/** A relation whose claim was withdrawn has nothing left to compare. */
function judgeRow({ relation }: RelationRow, claims: ReadonlyMap<string, Said>): Judged {
  if (claimsIn(relation).every((id) => claims.has(id))) return judgeRelation(relation, claims)
  return judged('cannot-be-checked', [GONE], 'no-value')
}

/** What the records say of the claim's day and of today; null where it is bound to nothing that is declared. */
async function recordedOf(ctx: Context, row: ClaimRow, asked: Map<string, Promise<Recorded | null>>) {
  if (row.figureKey === null) return null
  const today = cityDay(ctx.now)
  const then = await ask(ctx, row.figureKey, row.ofDay > today ? today : row.ofDay, asked)
  const now = await ask(ctx, row.figureKey, today, asked)
  return then === null || now === null ? null : { then, now }
}

/** Each figure and day is asked once in a run, whoever is bound to it. */
function ask(ctx: Context, key: string, day: string, asked: Map<string, Promise<Recorded | null>>) {
  const name = `${key} ${day}`
  const known = asked.get(name) ?? askFigure(ctx, key, day).then((figure) => figure ?? null)
  asked.set(name, known)
  return known
}

async function keepChanged(ctx: Context, found: readonly Found[]): Promise<number> {
  const { rows } = await sql<{
    kind: string
    id: string
    no: number
    version: number
    verdict: string
    lines: unknown
  }>`
    select distinct on (subject_kind, subject_id) subject_kind as kind, subject_id as id, no, version, verdict, lines
    from claims.judgement order by subject_kind, subject_id, no desc`.execute(ctx.db)
  const last = new Map(rows.map((row) => [`${row.kind} ${row.id}`, row]))
  const changed = found.filter(({ kind, id, version, judged: { verdict, lines } }) => {
    const before = last.get(`${kind} ${id}`)
    return (
      before === undefined ||
      before.version !== version ||
      before.verdict !== verdict ||
      !sameLines(before.lines, lines)
    )
  })
  if (changed.length === 0) return 0
  await tables(ctx)
    .insertInto('claims.judgement')
    .values(
      changed.map(({ kind, id, version, judged: { verdict, why, lines } }) => ({
        subject_kind: kind,
        subject_id: id,
        no: (last.get(`${kind} ${id}`)?.no ?? 0) + 1,
        version,
        verdict,
        why,
        lines: JSON.stringify(lines),
        as_of: cityDay(ctx.now),
      })),
    )
    // Somebody else who looks at the same moment finds the same.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return changed.length
}

/** The database gives an object's names back in an order of its own; a day that went by alone is no change. */
function sameLines(before: unknown, after: readonly { zh: string }[]): boolean {
  const words = (lines: readonly { zh: string }[]) =>
    lines.map(({ zh }) => zh.replaceAll(/截至 \d{4}-\d{2}-\d{2}/g, '')).join('\n')
  return words(before as readonly { zh: string }[]) === words(after)
}
