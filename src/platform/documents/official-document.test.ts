import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import { afterAll, expect, test } from 'vitest'
import { DEFAULT_TABLE_LIMITS } from '../tabular/table.ts'
import { openZip } from '../tabular/zip-archive.ts'
import { attachmentLines, dayInWords, type OfficialDocument } from './official-document.ts'
import { officialDocx } from './official-docx.ts'
import { officialPdf } from './official-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenyi-docx-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const reply: OfficialDocument = {
  letterhead: '新华区总工会',
  number: '新工组〔2026〕12号',
  title: '关于同意成立某某物流有限公司\n工会委员会的批复',
  addressee: '某某物流有限公司工会筹备组',
  blocks: [
    { kind: 'heading', text: '一、同意筹建' },
    { kind: 'text', text: '同意成立工会委员会 <&> #let。' },
    {
      kind: 'table',
      headings: ['姓名', '职务'],
      widths: [1, 2],
      rows: [
        ['张三', '主席'],
        ['', ''],
      ],
    },
  ],
  attachments: ['委员会成员名单'],
  signature: { by: '新华区总工会', on: '2026-01-03' },
  imprint: { printedBy: '新华区总工会办公室', printedOn: '2026-01-03' },
  mark: '演示数据',
}

async function partsOf(docx: Uint8Array): Promise<{ names: readonly string[]; document: string }> {
  const file = join(folder, 'reply.docx')
  writeFileSync(file, docx)
  const zip = await openZip(file, DEFAULT_TABLE_LIMITS)
  const document = (await buffer(Readable.from(zip.read('word/document.xml')))).toString('utf8')
  return { names: [...zip.names], document }
}

test('a Word file has the standard’s page and faces, the text as it was typed, and no font inside', async () => {
  const { names, document } = await partsOf(await officialDocx(reply))
  expect(names.filter((name) => /fonts\//.test(name) || name.endsWith('.odttf'))).toEqual([])
  for (const face of ['方正小标宋简体', '黑体']) expect(document).toContain(`w:eastAsia="${face}"`)
  expect(document).toContain('同意成立工会委员会 &lt;&amp;&gt; #let。')
  expect(document).toContain('新工组〔2026〕12号')
  // A4, 37 mm above, 28 mm at the binding edge: 1 mm is 56.69 twips.
  expect(document).toMatch(/<w:pgSz w:w="11906" w:h="16838"/)
  expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/)
})

test('a letter for Word has its double lines, and its first page a footer of its own', async () => {
  const { document } = await partsOf(await officialDocx({ ...reply, format: 'letter' }))
  // 8.1: thick above thin below the name, thin above thick at the foot, 170 mm long.
  expect(document.match(/w:val="(?:thickThin|thinThick)SmallGap"/g)).toEqual([
    'w:val="thickThinSmallGap"',
    'w:val="thinThickSmallGap"',
  ])
  expect(document).toMatch(/<w:framePr w:w="9638"/)
  expect(document).toContain('<w:titlePg')
  expect(document).not.toContain('新华区总工会办公室')
})

test('the same document is a PDF, whatever is left out of it', async () => {
  for (const document of [reply, { title: '会员名册', blocks: [] }]) {
    const pdf = await officialPdf(document)
    expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  }
})

test('days and enclosures are written as the standard has them', () => {
  expect(dayInWords('2026-01-03')).toBe('2026年1月3日')
  expect(attachmentLines(['名单'])).toEqual(['附件：名单'])
  expect(attachmentLines(['名单', '名册'])).toEqual(['附件：1. 名单', '　　　2. 名册'])
})
