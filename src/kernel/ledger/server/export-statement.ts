import type { Readable } from 'node:stream'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import type { OutputValue } from '#platform/tabular/output.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import { inLanguage, type Text } from '#platform/text.ts'
import type { ledger } from '../contract.ts'
import { currencyWords, kindWords } from '../words.ts'
import { moment } from './list-accounts.ts'
import { getReadable } from './readable.ts'
import { statementOf, type Movement, type Statement } from './statement-of.ts'

/** The file is made in memory; a longer period is taken in parts. */
const ROWS_MAX = 100_000

type Account = Awaited<ReturnType<typeof getReadable>>

/** Amounts as whole numbers of the account's smallest unit, so that nothing is rounded on the way. */
export const exportStatement: Handler<typeof ledger.exportStatement> = async (ctx, input) => {
  const account = await getReadable(ctx, input.accountId)
  const recordedUpTo = moment(input.recordedUpTo)
  const statement = await statementOf(ctx, { ...input, recordedUpTo, limit: ROWS_MAX })
  if (statement.total > ROWS_MAX) throw tooLong(statement.total)
  const say = (text: Text) => inLanguage(text, ctx.language)
  const unit = say(currencyWords[account.currency])
  const table = {
    titles: (await titles(ctx, account, statement)).map(say),
    headings: headings.map((heading, place) =>
      place >= 4 && place <= 6 ? `${say(heading)}（${unit}）` : say(heading),
    ),
    rows: statement.rows.map((line) => cells(line, say)),
  }
  const name = say(account.name)
  const isCsv = input.format === 'csv'
  const stream: Readable = isCsv ? writeCsv(table) : writeXlsx({ ...table, sheetName: name })
  ctx.auditNote.organisationId = account.organisationId
  ctx.auditNote.subjects = [`ledger-account:${account.id}`]
  return {
    fileName: `${name} ${statement.from ?? ''}—${statement.until}.${input.format}`,
    mediaType: isCsv
      ? 'text/csv; charset=utf-8'
      : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.concat(await stream.map((chunk) => Buffer.from(chunk)).toArray()),
    rows: statement.rows.length,
  }
}

const headings: readonly Text[] = [
  { zh: '记账日期', en: 'Effective day' },
  { zh: '登记时间', en: 'Recorded at' },
  { zh: '类别', en: 'Kind' },
  { zh: '对方账户', en: 'Other account' },
  { zh: '借方', en: 'Debit' },
  { zh: '贷方', en: 'Credit' },
  { zh: '余额', en: 'Balance' },
  { zh: '事由', en: 'Subject' },
  { zh: '摘要', en: 'Memo' },
  { zh: '经办', en: 'Made by' },
  { zh: '编号', en: 'Id' },
]

const cells = (line: Movement, say: (text: Text) => string): OutputValue[] => [
  line.effectiveOn,
  line.recordedAt.toISOString(),
  say(kindWords[line.kind]),
  say(line.otherName),
  line.debit || null,
  line.credit || null,
  line.balance,
  line.subject,
  line.memo,
  line.madeBy,
  line.transferId,
]

/** What the file is of, so that it says it by itself. */
async function titles(ctx: Context, account: Account, statement: Statement): Promise<Text[]> {
  const { from, until, opening, closing, debits, credits } = statement
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  return [
    ...(isDemo ? [{ zh: '演示数据，均为虚构', en: 'Demo data, all of it invented' }] : []),
    {
      zh: `${account.organisationName} ${account.name.zh} 对账单`,
      en: `Statement of ${account.name.en}, ${account.organisationName}`,
    },
    { zh: `${from ?? '开户'} 至 ${until}`, en: `${from ?? 'From its opening'} to ${until}` },
    {
      zh: `期初余额 ${opening}，借方合计 ${debits}，贷方合计 ${credits}，期末余额 ${closing}`,
      en: `Opening balance ${opening}, debits ${debits}, credits ${credits}, closing balance ${closing}`,
    },
  ]
}

const tooLong = (rows: number) =>
  invalid('too-many-records', {
    field: 'from',
    reason: {
      zh: `这段时间有 ${rows} 行，一次最多导出 ${ROWS_MAX} 行。请缩短期间。`,
      en: `This period has ${rows} lines; one export takes ${ROWS_MAX}. Choose a shorter one.`,
    },
  })
