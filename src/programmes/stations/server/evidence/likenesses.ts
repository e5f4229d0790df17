import { sql } from 'kysely'
import { fileAddress } from '#kernel/files/index.ts'
import { ROOT_PATH } from '#kernel/organisations/index.ts'
import { reachOf, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { ALIKE_BITS_MAX } from '../../rules/evidence/picture-print.ts'
import { tables } from '../tables.ts'
import { getEvidence, takeBack } from './withdraw-evidence.ts'

type Side = { code: string; name: string; picture: string; takenAt: string; by: string; what: string }
type Row = {
  id: string
  distanceBits: number
  foundAt: Date
  later: Side
  earlier: Side
  isSame: boolean | null
  reason: string | null
  by: string | null
  at: Date | null
  total: number
}

/** Whoever may look after one of both stations sees the pair: it cannot be judged by half. */
export const listLikenesses: Handler<typeof stations.listLikenesses> = async (ctx, input) => {
  const { isOpen, page, pageSize } = input
  const { rows } = await sql<Row>`
    select l.id, l.distance_bits as "distanceBits", l.found_at as "foundAt",
      ${side('e', 's', 'p')} as later, ${side('oe', 'os', 'op')} as earlier,
      v.is_same as "isSame", v.reason, v.by_name as by, v.at, count(*) over () as total
    from stations.likeness l
    join stations.evidence e on e.id = l.evidence_id join stations.station s on s.id = e.station_id
    join stations.photo p on p.id = e.photo_id
    join stations.evidence oe on oe.id = l.other_id join stations.station os on os.id = oe.station_id
    join stations.photo op on op.id = oe.photo_id
    left join stations.likeness_verdict v on v.likeness_id = l.id
    where (v.likeness_id is null) = ${isOpen} and (${liesInReach(ctx, 's')} or ${liesInReach(ctx, 'os')})
    order by l.distance_bits, l.found_at desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(
    ctx.db,
  )
  return { rows: rows.map(shown), total: rows[0]?.total ?? 0, shownFromBits: ALIKE_BITS_MAX }
}

function side(evidence: string, station: string, photo: string) {
  const [e, s, p] = [sql.ref(evidence), sql.ref(station), sql.ref(photo)]
  return sql`json_build_object('code', ${s}.code, 'name', ${s}.name, 'picture', ${p}.file_id,
    'takenAt', ${e}.at, 'by', ${e}.by_name, 'what', ${e}.what)`
}

function liesInReach(ctx: Context, station: string) {
  const reach = reachOf(ctx, 'stations.read')
  if (reach.includes(ROOT_PATH)) return sql<boolean>`true`
  return sql<boolean>`${sql.ref(station)}.organisation_id in (
    select o.id from organisations.organisation o where o.path <@ any(${reach}::ltree[]))`
}

const shown = ({ later, earlier, isSame, reason, by, at, total: _total, ...row }: Row) => ({
  ...row,
  later: sideOf(later),
  earlier: sideOf(earlier),
  verdict: isSame === null ? null : { isSame, reason: reason!, by: by!, at: at! },
})

const sideOf = ({ picture, takenAt, ...rest }: Side) => ({
  ...rest,
  url: fileAddress(picture),
  takenAt: new Date(takenAt),
})

/** One picture for two stations: the later evidence is taken back, the earlier stands. */
export const decideLikeness: Handler<typeof stations.decideLikeness> = async (
  ctx,
  { id, isSame, reason },
) => {
  const likeness = await tables(ctx)
    .selectFrom('stations.likeness')
    .select(['id', 'evidence_id as evidenceId'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (likeness === undefined) throw notFound({ zh: '照片对', en: 'pair of photos' })
  const later = await getEvidence(ctx, likeness.evidenceId)
  await requireAt(ctx, 'stations.edit', later.organisationId)
  await insertVerdict(ctx, id, isSame, reason)
  ctx.auditNote.organisationId = later.organisationId
  ctx.auditNote.subjects = [`station:${later.stationId}`, `evidence:${later.id}`]
  ctx.auditNote.reason = reason
  if (!isSame) return { withdrawn: false }
  const withdrawn = await takeBack(ctx, later, {
    reason: `与另一驿站的照片相同：${reason}`.slice(0, 400),
    cause: 'same-picture',
  })
  return { withdrawn }
}

async function insertVerdict(ctx: Context, id: string, isSame: boolean, reason: string): Promise<void> {
  const { actor } = ctx
  const person = actor.kind === 'account' ? actor.person : null
  const row = await tables(ctx)
    .insertInto('stations.likeness_verdict')
    .values({
      likeness_id: id,
      is_same: isSame,
      reason,
      at: ctx.now,
      by_name: actor.kind === 'anonymous' ? '—' : actor.name,
      by_bk: person?.bk ?? null,
      by_id: person?.id ?? null,
    })
    .onConflict((clash) => clash.column('likeness_id').doNothing())
    .returning('likeness_id')
    .executeTakeFirst()
  if (row === undefined)
    throw conflict('already-decided', {
      zh: '这一对照片已经有人判定过。',
      en: 'Somebody has decided about this pair already.',
    })
}
