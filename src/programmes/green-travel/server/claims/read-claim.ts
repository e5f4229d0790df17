import { readRecords } from '#platform/tabular/read-records.ts'
import { invalid } from '#platform/failures.ts'
import { readDay, readFen, readYuan, type ClaimRefusal } from '../../rules/settlement/claim-line.ts'
import { claimColumns, type ClaimColumn } from './claim-columns.ts'

export type ClaimLine = {
  readonly line: number
  readonly number: string | null
  readonly day: string
  readonly route: number
  readonly rides: number
  readonly fen: number
}

export type RefusedLine = { readonly line: number; readonly reason: ClaimRefusal; readonly value: string }

export type ReadClaim = { readonly lines: readonly ClaimLine[]; readonly refused: readonly RefusedLine[] }

type Values = Readonly<Partial<Record<ClaimColumn, string>>>
type Against = { readonly month: string; readonly routeOf: (code: string) => number | undefined }

const TOTAL_ROW = /^(合计|总计|小计|total)/iu

/**
 * Reads a company's claim, a line a ride or a line a day and route. A line that cannot be taken is named and left out; a
 * total that differs from the lines above it means that some of them are missing, and nothing is taken.
 */
export async function readClaim(path: string, fileName: string, against: Against): Promise<ReadClaim> {
  const reader = await readRecords(path, fileName, claimColumns)
  const lines: ClaimLine[] = []
  const refused: RefusedLine[] = []
  const seen = new Map<string, string>()
  for await (const { row, values } of reader.records) {
    if (TOTAL_ROW.test(values.day ?? values.number ?? values.route ?? '')) {
      requireTotal(values, lines, refused)
      continue
    }
    const read = readLine(row, values, against)
    const judged = 'reason' in read ? read : (repeatOf(read, values, seen) ?? read)
    if ('reason' in judged) refused.push(judged)
    else lines.push(judged)
  }
  return { lines, refused }
}

function readLine(line: number, values: Values, { month, routeOf }: Against): ClaimLine | RefusedLine {
  const refuse = (reason: ClaimRefusal, value: string | undefined) => ({ line, reason, value: value ?? '' })
  const day = readDay(values.day ?? '')
  if (day === undefined) return refuse('bad-date', values.day)
  if (!day.startsWith(month)) return refuse('other-month', values.day)
  const route = routeOf((values.route ?? '').replace(/[路线號号]$/u, ''))
  if (route === undefined) return refuse('unknown-route', values.route)
  const rides = values.rides === undefined ? 1 : Number(values.rides.replace(/[,，次]/g, ''))
  if (!Number.isSafeInteger(rides) || rides < 1 || rides > 10_000_000)
    return refuse('bad-rides', values.rides)
  const fen = amountOf(values)
  if (typeof fen === 'string') return refuse(fen, values.fen ?? values.yuan)
  return { line, number: values.number ?? null, day, route, rides, fen }
}

const amountOf = ({ fen, yuan }: Values): number | ClaimRefusal =>
  fen !== undefined ? readFen(fen) : readYuan(yuan ?? '')

/** The company's own number stands for one line; the same again is no second one. */
function repeatOf(line: ClaimLine, { number }: Values, seen: Map<string, string>): RefusedLine | undefined {
  if (number === undefined) return undefined
  const content = JSON.stringify([line.day, line.route, line.rides, line.fen])
  const before = seen.get(number)
  seen.set(number, before ?? content)
  if (before === undefined) return undefined
  return { line: line.line, reason: before === content ? 'repeated' : 'number-reused', value: number }
}

function requireTotal(values: Values, lines: readonly ClaimLine[], refused: readonly RefusedLine[]): void {
  const said = values.fen === undefined && values.yuan === undefined ? undefined : amountOf(values)
  const sum = lines.reduce((total, { fen }) => total + fen, 0)
  if (said === undefined || typeof said === 'string' || said === sum || refused.length > 0) return
  throw invalid('claim-total-differs', {
    field: 'file',
    reason: {
      zh: `合计行写的是 ${said / 100} 元，上面各行相加是 ${sum / 100} 元：表可能不完整，什么都没有收下。`,
      en: `The total says ${said / 100} yuan, the lines above add up to ${sum / 100}: some may be missing, and nothing was taken.`,
    },
  })
}
