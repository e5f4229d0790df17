import { sql, type RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'

export type CertificateRow = {
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
}

/** Certificates with what they say, by their place. */
export async function certificateRows(ctx: Context, where: RawBuilder<unknown>): Promise<CertificateRow[]> {
  const { rows } = await sql<CertificateRow>`
    select certificate.code, certificate.no, certificate.place, contest.id as "contestId", contest.title as "contestTitle",
      holder.name as "organisationName", certificate.award_name as "awardName", entry.title,
      array(select p.name from contests.participant p where p.entry_id = entry.id order by p.no) as names,
      unit.name as "unitName", standing.published_at as "publishedAt"
    from contests.certificate certificate
      join contests.standing_result standing on standing.result_id = certificate.result_id
      join contests.contest contest on contest.id = standing.contest_id
      join organisations.organisation holder on holder.id = contest.organisation_id
      left join contests.entry entry on entry.id = certificate.entry_id
      join organisations.organisation unit on unit.id = coalesce(certificate.unit_id, entry.unit_id)
    where ${where} order by certificate.place`.execute(ctx.db)
  return rows
}
