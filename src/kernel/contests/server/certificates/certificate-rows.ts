import { sql, type RawBuilder } from 'kysely'
import type { Ground } from '../../contract-certificates.ts'
import type { Context } from '#platform/context.ts'

export type CertificateRow = {
  readonly resultId: string
  readonly entryId: string | null
  readonly unitId: string | null
  readonly series: number
  readonly organisationId: string
  readonly code: string
  readonly no: string
  readonly place: number
  readonly contestId: string
  readonly contestTitle: string
  readonly organisationName: string
  readonly awardName: string
  /** Null for a unit's prize. */
  readonly title: string | null
  readonly names: readonly string[]
  readonly unitName: string
  readonly publishedAt: Date
  /** Null, as its ground is, where it holds. */
  readonly revokedAt: Date | null
  readonly ground: Ground | null
  readonly isReplaced: boolean
}

const ROWS_MAX = 1_000

/** Certificates with what they say, by their place. */
export async function certificateRows(
  ctx: Context,
  where: RawBuilder<unknown>,
  { limit = ROWS_MAX, offset = 0 }: { limit?: number; offset?: number } = {},
): Promise<CertificateRow[]> {
  const { rows } = await sql<CertificateRow>`
    select certificate.result_id as "resultId", certificate.entry_id as "entryId", certificate.unit_id as "unitId",
      standing.series, holder.id as "organisationId", certificate.code, certificate.no, certificate.place, contest.id as "contestId", contest.title as "contestTitle",
      holder.name as "organisationName", certificate.award_name as "awardName", entry.title,
      coalesce(certificate.names,
        array(select p.name from contests.participant p where p.entry_id = entry.id order by p.no)) as names,
      revoked.revoked_at as "revokedAt", revocation.ground, exists (select from contests.certificate later
        where later.replaces = certificate.code) as "isReplaced",
      unit.name as "unitName", standing.published_at as "publishedAt"
    from contests.certificate certificate
      join contests.standing_result standing on standing.result_id = certificate.result_id
      join contests.contest contest on contest.id = standing.contest_id
      join organisations.organisation holder on holder.id = contest.organisation_id
      left join contests.revoked_certificate revoked on revoked.code = certificate.code
      left join contests.revocation revocation on revocation.code = revoked.code and revocation.no = revoked.no
      left join contests.entry entry on entry.id = certificate.entry_id
      join organisations.organisation unit on unit.id = coalesce(certificate.unit_id, entry.unit_id)
    where ${where} order by certificate.place limit ${limit} offset ${offset}`.execute(ctx.db)
  return rows
}
