import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { filesFolder } from '#kernel/files/index.ts'
import { reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import { writeCsv } from '#platform/tabular/write-csv.ts'
import { inLanguage } from '#platform/text.ts'
import type { greenTravel } from '../../contract.ts'
import { lineResult } from '../../rules/files/line-result.ts'
import { findScanFile } from './scan-files.ts'
import { storedPath } from './stored-path.ts'

const LINES_A_READ = 20_000

/** Every line with what became of it: refusals by their reason, the rest by whether its ride is this file's or was there. */
export const scanFileAnswers: Handler<typeof greenTravel.scanFileAnswers> = async (
  ctx,
  { id, onlyRefused },
) => {
  reachOf(ctx, 'green-travel.see-files')
  const { file, storedFile } = await findScanFile(ctx, 'green-travel.see-files', id)
  if (file.state !== 'done') throw notYet()
  const counted = { rows: 0 }
  const path = storedPath(filesFolder(ctx.config), storedFile)
  const content = await buffer(
    writeCsv({
      headings: ['行号 line', '凭证 voucher', '次数 counter', '结果 result', '说明 reason'],
      rows: answers(ctx, id, path, onlyRefused, counted),
    }),
  )
  ctx.auditNote.organisationId = file.companyUnit
  ctx.auditNote.subjects = [`scan-file:${id}`]
  return {
    fileName: `${file.reader ?? 'file'}-${file.number ?? id}-逐行结果.csv`,
    mediaType: 'text/csv; charset=utf-8',
    content,
    rows: counted.rows,
  }
}

type Line = { readonly line: number; readonly voucher: number | null; readonly counter: number | null }

async function* answers(
  ctx: Context,
  id: number,
  path: string,
  onlyRefused: boolean,
  counted: { rows: number },
): AsyncGenerator<(string | number | null)[]> {
  let waiting: Line[] = []
  const flush = async function* () {
    const lines = waiting
    waiting = []
    for (const [line, result] of await resultsOf(ctx, id, lines)) {
      if (onlyRefused && result < 2) continue
      counted.rows++
      const { code, text } = lineResult(result)
      yield [line.line, line.voucher, line.counter, code, inLanguage(text, ctx.language)]
    }
  }
  let number = 0
  for await (const text of linesOf(path)) {
    if (text.startsWith('#') || text === '') continue
    const [, voucher, counter] = text.split(',', 3)
    number++
    waiting.push({ line: number, voucher: wholeNumber(voucher), counter: wholeNumber(counter) })
    if (waiting.length === LINES_A_READ) yield* flush()
  }
  yield* flush()
}

async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, { encoding: 'latin1', highWaterMark: 1 << 18 })) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop()!
    for (const line of lines) yield line.replace(/^\u00ef\u00bb\u00bf/, '').trimEnd()
  }
  if (rest !== '') yield rest
}

const wholeNumber = (text: string | undefined): number | null =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null

async function resultsOf(ctx: Context, file: number, lines: readonly Line[]): Promise<[Line, number][]> {
  if (lines.length === 0) return []
  const [first, last] = [lines[0]!.line, lines.at(-1)!.line]
  const { rows: refused } = await sql<{ line: number; result: number }>`
    select line, result from green_travel.scan_refusal
    where file = ${file} and line between ${first} and ${last}`.execute(ctx.db)
  const known = new Map(refused.map(({ line, result }) => [line, result]))
  const rest = lines.filter(({ line, voucher }) => !known.has(line) && voucher !== null)
  const { rows: own } = await sql<{ voucher: number; counter: number }>`
    select r.voucher, r.counter
    from unnest(${rest.map(({ voucher }) => voucher)}::bigint[], ${rest.map(({ counter }) => counter)}::smallint[])
      asked (voucher, counter)
    join green_travel.ride r on r.bk = ((asked.voucher >> 34) & 63) and r.voucher = asked.voucher
      and r.counter = asked.counter
    where r.file = ${file}`.execute(ctx.db)
  const mine = new Set(own.map(({ voucher, counter }) => `${voucher} ${counter}`))
  return lines.map((line) => [
    line,
    known.get(line.line) ?? (mine.has(`${line.voucher} ${line.counter}`) ? 0 : 1),
  ])
}

const notYet = () =>
  conflict('file-not-done', {
    zh: '文件还没有读完，或被整体拒绝，没有逐行结果。',
    en: 'The file was not read to its end, or was refused as a whole: there are no answers line by line.',
  })
