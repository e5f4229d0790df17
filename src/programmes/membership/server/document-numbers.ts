import { sql } from 'kysely'
import { getOrganisation, madeBy } from '#kernel/organisations/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { tables, type FoundingTables } from './founding/tables.ts'

type Issued = {
  readonly issuerId: string
  readonly number: string
  readonly kind: FoundingTables['membership.issued_document']['kind']
  /** What the paper is about, `membership.founding:<id>`. */
  readonly subject: string
}

/** Puts a paper's number down; the key refuses one that this issuer used before. */
export async function issueDocument(
  ctx: Context,
  { issuerId, number, kind, subject }: Issued,
): Promise<void> {
  await tables(ctx)
    .insertInto('membership.issued_document')
    .values({
      issuer_id: issuerId,
      number,
      kind,
      subject,
      issued_on: cityDay(ctx.now),
      made_by: madeBy(ctx),
    })
    .execute()
}

/**
 * The number after the last that this issuer gave this year, to be taken or changed. The issuer's word is the one it
 * used last; a first one is made of its name.
 */
export async function suggestNumber(ctx: Context, issuerId: string): Promise<string> {
  const year = cityDay(ctx.now).slice(0, 4)
  const { rows } = await sql<{ word: string; last: number; isThisYear: boolean }>`
    select split_part(number, '〔', 1) as word, substring(number from '〕([0-9]+)号')::integer as last,
      number like ${`%〔${year}〕%`} as "isThisYear"
    from membership.issued_document where issuer_id = ${issuerId}
    order by substring(number from '〔([0-9]{4})〕') desc, substring(number from '〕([0-9]+)号')::integer desc
    limit 1`.execute(ctx.db)
  const [last] = rows
  const word = last?.word ?? `${(await getOrganisation(ctx, issuerId)).name.slice(0, 1)}工组`
  return `${word}〔${year}〕${last?.isThisYear ? last.last + 1 : 1}号`
}

/** The papers about these subjects, oldest first. */
export async function documentsAbout(ctx: Context, subjects: readonly string[]) {
  if (subjects.length === 0) return []
  return tables(ctx)
    .selectFrom('membership.issued_document as paper')
    .innerJoin('organisations.organisation as issuer', 'issuer.id', 'paper.issuer_id')
    .select([
      'paper.number',
      'paper.kind',
      'paper.subject',
      'paper.issued_on as issuedOn',
      'issuer.name as issuerName',
    ])
    .where('paper.subject', 'in', [...subjects])
    .orderBy('paper.issued_on')
    .orderBy('paper.number')
    .limit(100)
    .execute()
}
