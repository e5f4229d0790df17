import type { Handler } from '#platform/module.ts'
import type { ledger } from '../contract.ts'
import { subjectTeller } from '../subject.ts'
import { moment } from './list-accounts.ts'
import { getReadable } from './readable.ts'
import { statementOf } from './statement-of.ts'

export const getStatement: Handler<typeof ledger.getStatement> = async (ctx, input) => {
  await getReadable(ctx, input.accountId)
  const statement = await statementOf(ctx, {
    ...input,
    recordedUpTo: moment(input.recordedUpTo),
    limit: input.pageSize,
    offset: (input.page - 1) * input.pageSize,
  })
  const tell = subjectTeller(ctx.modules)
  return { ...statement, rows: statement.rows.map((row) => ({ ...row, ...tell(row.subject) })) }
}
