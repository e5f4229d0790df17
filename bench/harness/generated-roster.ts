import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { residentIdCheck } from '#kernel/people/index.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'

const family = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国春梅'
const FIRST_BIRTHDAY_MS = Date.UTC(1966, 0, 1)
const BIRTHDAYS = 14_000
const DAY_MS = 86_400_000

export const rosterHeadings = [
  '序号',
  '姓名',
  '性别',
  '身份证号码',
  '民族',
  '学历',
  '户籍类型',
  '手机号码',
  '就业形态',
  '所属工会',
  '入会日期',
  '备注',
]

/** Somebody nobody is, by count; up to fourteen million of them differ. */
export function* rosterLines(first: number, rows: number, union: string): Generator<string[]> {
  for (let count = first; count < first + rows; count++) {
    const number = numberOf(count)
    const letters = [family[count % 20]!, given[(count >> 3) % 30]!, given[(count >> 7) % 30]!]
    yield [
      String(count - first + 1),
      letters.join(''),
      Number(number[16]) % 2 === 1 ? '男' : '女',
      number,
      count % 50 === 0 ? '回族' : '汉族',
      count % 3 === 0 ? '大专' : '高中',
      count % 2 === 0 ? '农业户口' : '非农业户口',
      `13${String(100_000_000 + count).padStart(9, '0')}`,
      count % 2 === 0 ? '外卖骑手' : '快递员',
      union,
      `20${String(21 + (count % 5))}-${String(1 + (count % 12)).padStart(2, '0')}-${String(1 + (count % 28)).padStart(2, '0')}`,
      '',
    ]
  }
}

function numberOf(count: number): string {
  const born = new Date(FIRST_BIRTHDAY_MS + (count % BIRTHDAYS) * DAY_MS).toISOString().slice(0, 10)
  const first17 = `410402${born.replaceAll('-', '')}${String(Math.floor(count / BIRTHDAYS) % 1_000).padStart(3, '0')}`
  return first17 + residentIdCheck(first17)
}

export type RosterFile = { readonly path: string; readonly name: string; readonly rows: number }

export async function writeRoster(
  path: string,
  kind: 'csv' | 'xlsx',
  first: number,
  rows: number,
  union: string,
): Promise<RosterFile> {
  const lines = rosterLines(first, rows, union)
  const stream =
    kind === 'xlsx'
      ? writeXlsx({ sheetName: '名册', titles: ['会员花名册'], headings: rosterHeadings, rows: lines })
      : Readable.from(csvOf(lines))
  await pipeline(stream, createWriteStream(path))
  return { path, name: `名册.${kind}`, rows }
}

function* csvOf(lines: Iterable<string[]>): Generator<string> {
  yield `${rosterHeadings.join(',')}\r\n`
  let chunk = ''
  for (const line of lines) {
    chunk += `${line.join(',')}\r\n`
    if (chunk.length < 65_536) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}
