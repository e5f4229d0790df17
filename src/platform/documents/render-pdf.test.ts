import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { renderPdf } from './render-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenyi-pdf-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const render = (template: string, data: object = {}) =>
  renderPdf({ template, data, title: '试样', language: 'zh-CN' })

const hasPdftotext = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** Pages, by the dictionaries that a PDF is made of. */
const pages = (pdf: Uint8Array) =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type\s*\/Page\b/g)?.length

test('pages in our fonts, with the title', async () => {
  const pdf = await render(
    '#for name in data.names { page[#text(font: "Noto Serif SC", weight: "bold")[#name]] }',
    {
      names: ['东风路爱心驿站', '湖滨公园爱心驿站'],
    },
  )
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(pages(pdf)).toBe(2)
  expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/BaseFont\s*\/[A-Z]{6}\+NotoSerifSC-Bold/)
})

test.skipIf(!hasPdftotext)('what people typed is text and never code', async () => {
  const typed = '#read("/etc/passwd") $x$ *粗* _斜_ <标签> @人 //'
  const file = join(folder, 'typed.pdf')
  writeFileSync(file, await render('#data.typed', { typed }))
  expect(execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).trim()).toBe(typed)
})

test('a font that we do not bring is an error, as is a template that does not compile or reads a file', async () => {
  await expect(render('#set text(font: "SimSun")\n你好')).rejects.toThrow(/SimSun/)
  await expect(render('#set text(font: ("Noto Sans SC", "KaiTi"))\n你好')).rejects.toThrow(/KaiTi/)
  await expect(render('#let family = "Libertinus Serif"\n#text(font: family)[abc]')).rejects.toThrow(
    /Libertinus/,
  )
  await expect(render('#unheard-of')).rejects.toThrow(/unknown variable: unheard-of/)
  await expect(render('#read("/etc/hostname")')).rejects.toThrow(/not made/)
})

test('one that fails does not hold up the next', async () => {
  const [failed, made] = await Promise.allSettled([render('#nothing'), render('好')])
  expect([failed.status, made.status]).toEqual(['rejected', 'fulfilled'])
})
