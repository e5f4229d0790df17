import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import { afterAll, describe, expect, test } from 'vitest'
import { pageMm, type OfficialDocument } from './official-document.ts'
import { fontLine, officialPdf, type OfficialFonts } from './official-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenyi-measures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const hasPoppler = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

type Line = {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const MM = 25.4 / 72

/** Lines of every page with their edges in millimetres, as poppler finds them in the finished file. */
async function linesOf(document: OfficialDocument): Promise<Line[][]> {
  const file = join(folder, 'measured.pdf')
  writeFileSync(file, await officialPdf(document))
  const html = execFileSync('pdftotext', ['-bbox-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
  return html.split('<page ').slice(1).map(linesIn)
}

function linesIn(page: string): Line[] {
  const words = [
    ...page.matchAll(
      /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g,
    ),
  ].map(([, left, top, right, bottom, text]) => ({
    text: text!,
    left: Number(left) * MM,
    top: Number(top) * MM,
    right: Number(right) * MM,
    bottom: Number(bottom) * MM,
  }))
  const lines: Line[] = []
  for (const word of words.toSorted((a, b) => a.top - b.top || a.left - b.left)) {
    const last = lines.at(-1)
    if (last === undefined || Math.abs(last.top - word.top) > 1) lines.push(word)
    else
      lines[lines.length - 1] = {
        ...last,
        text: last.text + word.text,
        left: Math.min(last.left, word.left),
        right: Math.max(last.right, word.right),
      }
  }
  return lines
}

const LETTERS = 28
const LINES = 22
const letters = (count: number) => '平顶山市总工会服务职工工作'.repeat(Math.ceil(count / 13)).slice(0, count)

describe.skipIf(!hasPoppler)('the finished PDF beside GB/T 9704-2012', () => {
  test('5.2: 22 lines of 28 letters, evenly, in 156 by 225 mm with 37 mm above and 28 mm at the binding edge', async () => {
    const [, page] = await linesOf({ title: '标题', blocks: [{ kind: 'text', text: letters(LETTERS * 60) }] })
    const body = page!.filter(({ text }) => !text.includes('—'))
    expect(body).toHaveLength(LINES)
    expect(new Set(body.map(({ text }) => text.length))).toEqual(new Set([LETTERS]))
    const pitch = body.slice(1).map(({ top }, at) => top - body[at]!.top)
    for (const step of pitch) expect(step).toBeCloseTo(pageMm.typeHeight / LINES, 1)
    for (const { left, right } of body) {
      expect(left).toBeCloseTo(28, 0)
      expect(right).toBeLessThanOrEqual(28 + 156 + 0.5)
      expect(right).toBeGreaterThan(28 + 156 - 2)
    }
    expect(body[0]!.top).toBeGreaterThan(37 - 3)
    expect(body.at(-1)!.bottom).toBeLessThan(37 + 225 + 1)
  })

  test('7.2, 7.3: letterhead 35 mm into the type area, number two lines below, title, addressee and first line', async () => {
    const [first] = await linesOf({
      letterhead: '平顶山市总工会文件',
      number: '平工发〔2026〕12号',
      title: '关于印发工作要点的通知',
      addressee: '各县（市、区）总工会',
      blocks: [{ kind: 'text', text: letters(80) }],
      signature: { by: '平顶山市总工会', on: '2026-11-03' },
    })
    const find = (start: string) => first!.find(({ text }) => text.startsWith(start))!
    const middle = ({ left, right }: Line) => (left + right) / 2
    const letterhead = find('平顶山市总工会文件')
    const centre = 28 + 156 / 2
    // Poppler takes a line's box from the font, which stands a little above the letters.
    const above = letterhead.top - (pageMm.top + 35)
    expect(Math.abs(above)).toBeLessThan(8)
    const number = find('平工发〔2026〕12号')
    expect(number.top - letterhead.bottom).toBeGreaterThan(10)
    for (const line of [letterhead, number, find('关于印发')]) expect(middle(line)).toBeCloseTo(centre, 0)
    // 主送机关 stands flush left, the text two letters in.
    expect(find('各县').left).toBeCloseTo(28, 0)
    const text = first!.find(({ text: words }) => words.startsWith('平顶山市总工会服务'))!
    expect(text.left - 28).toBeCloseTo((2 * 156) / LETTERS, 0)
    expect(text.text).toHaveLength(LETTERS - 2)
    // 7.3.5: the day ends four letters from the right, the signature centred above it.
    const day = find('2026年11月3日')
    expect(28 + 156 - day.right).toBeCloseTo((4 * 156) / LETTERS, 0)
    expect(middle(first!.findLast(({ text: words }) => words === '平顶山市总工会')!)).toBeCloseTo(
      middle(day),
      0,
    )
  })

  test('8.1: a letter’s name 30 mm below the edge, the number at the right below the double line, its first page without number', async () => {
    const pages = await linesOf({
      format: 'letter',
      letterhead: '平顶山市总工会',
      number: '平工函〔2026〕12号',
      title: '关于商请支持驿站用电的函',
      blocks: [{ kind: 'text', text: letters(LETTERS * 30) }],
    })
    const find = (start: string) => pages[0]!.find(({ text }) => text.startsWith(start))!
    const name = find('平顶山市总工会')
    // Poppler takes a line's box from the font; the letters themselves begin a little below its top.
    expect(name.top).toBeGreaterThan(30 - 2)
    expect(name.top).toBeLessThan(30 + 1)
    expect((name.left + name.right) / 2).toBeCloseTo(105, 0)
    const number = find('平工函〔2026〕12号')
    expect(number.right).toBeCloseTo(28 + 156, 0)
    const below = number.top - name.bottom
    expect(below).toBeGreaterThan(4 + 4.9)
    expect(below).toBeLessThan(4 + 4.9 + 3)
    expect(pages.map((lines) => lines.some(({ text }) => text.includes('—')))).toEqual([false, true])
  })

  test('7.5: the page number between dashes, 7 mm below the type area, right on odd pages and left on even ones', async () => {
    const pages = await linesOf({ title: '标题', blocks: [{ kind: 'text', text: letters(LETTERS * 40) }] })
    const [odd, even] = pages.map((lines) => lines.find(({ text }) => text.includes('—'))!)
    expect([odd!.text, even!.text]).toEqual(['—1—', '—2—'])
    expect(28 + 156 - odd!.right).toBeCloseTo(14 * MM, 0)
    expect(even!.left - 28).toBeCloseTo(14 * MM, 0)
    expect(Math.abs(odd!.top - (37 + 225 + 7))).toBeLessThan(4)
  })
})

const ours = join(
  dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json')),
  '400Regular',
)

test('configured fonts are used, what is not configured has a stand-in that is named, and an unknown one is an error', async () => {
  const document: OfficialDocument = {
    title: '标题',
    blocks: [{ kind: 'text', text: '正文' }],
    tellsFonts: true,
  }
  const fonts: OfficialFonts = { folder: ours, body: 'Noto Sans SC' }
  expect(fontLine(undefined)).toBe(
    '本机未配置公文字体：以思源宋体代小标宋体、仿宋体、楷体、宋体，以思源黑体代黑体。',
  )
  expect(fontLine(fonts)).not.toContain('仿宋体')
  const pdf = Buffer.from(await officialPdf(document, fonts)).toString('latin1')
  expect(pdf).toMatch(/NotoSansSC-Regular/)
  await expect(officialPdf(document, { folder: ours, body: 'FangSong_GB2312' })).rejects.toThrow(
    /unknown font family: fangsong_gb2312/,
  )
})
