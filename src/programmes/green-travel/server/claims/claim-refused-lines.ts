import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { inLanguage } from '#platform/text.ts'
import type { greenTravel } from '../../contract.ts'
import { claimRefusals, type ClaimRefusal } from '../../rules/settlement/claim-line.ts'
import { monthOfDay } from '../../rules/voucher-number.ts'
import { requireCompany } from '../files/reach.ts'
import { standingClaim } from '../settlement/month-cells.ts'

/** What the company has to mend, by the rows of its own sheet. */
export const claimRefusedLines: Handler<typeof greenTravel.claimRefusedLines> = async (ctx, input) => {
  reachOf(ctx, 'green-travel.see-files')
  const company = await requireCompany(ctx, 'green-travel.see-files', input.companyUnit)
  const claim = await standingClaim(ctx, company.id, monthOfDay(`${input.month}-01`))
  if (claim === undefined) throw notFound({ zh: '申报表', en: 'claim' })
  const { rows } = await sql<{ line: number; reason: ClaimRefusal; value: string }>`
    select line, reason, value from green_travel.claim_refusal where claim = ${claim.id} order by line`.execute(
    ctx.db,
  )
  const content = await buffer(
    writeCsv({
      headings: ['行号 row', '原值 value', '原因 reason', '说明 explanation'],
      rows: rows.map(({ line, value, reason }) => [
        line,
        value,
        reason,
        inLanguage(claimRefusals[reason], ctx.language),
      ]),
    }),
  )
  ctx.auditNote.organisationId = company.unit
  ctx.auditNote.subjects = [`ride-claim:${claim.id}`]
  return {
    fileName: `${company.name}-${input.month}-未收下的行.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content,
    rows: rows.length,
  }
}
