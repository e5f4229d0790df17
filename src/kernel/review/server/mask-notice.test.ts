import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { NoticeDraft } from '../shapes.ts'
import { maskNotice, maskNumbers } from './mask-notice.ts'
import { draft } from './testing/review-world.ts'

const label = { zh: '姓名', en: 'Name' }

describe('a notice is masked', () => {
  test('names and numbers in its title, its text and its list', () => {
    const shown = maskNotice('aid', draft)
    expect(shown.title).toBe('关于王**使用菜园地块的公示')
    expect(shown.body).toBe('王**（身份证 4104**********0011，电话 120****0001）申请第1号地块。')
    expect(shown.subjects.map(({ value }) => value)).toEqual(['王**', '晨光家政公司工会'])
  })

  test('but an honour keeps its names, and no numbers', () => {
    const shown = maskNotice('honour', draft)
    expect(shown.title).toBe(draft.title)
    expect(shown.body).toContain('王小明（身份证 4104**********0011')
  })

  test('the longer of two names first', () => {
    const names = ['王小', '王小明'].map((value) => ({ kind: 'person' as const, label, value }))
    const shown = maskNotice('organisation', { title: '公示', body: '王小明和王小', subjects: names })
    expect(shown.body).toBe('王**和王*')
  })

  test.each([
    ['410499 19800101 0011', '4104**********0011'],
    ['410499-19800101-001X', '4104**********001X'],
    ['110105491231002', '1101*******1002'],
    ['４１０４９９１９８００１０１００１１', '4104**********0011'],
    ['6222 0212 3456 7890 123', '6222***********0123'],
    ['137 0000 1234', '137****1234'],
    ['2026-11-23 2026-11-30', '2026-11-23 2026-11-30'],
    ['文号〔2025〕7号，共301个', '文号〔2025〕7号，共301个'],
  ])('%s becomes %s', (written, shown) => {
    expect(maskNumbers(written)).toBe(shown)
  })

  test('whatever stands around it: no identity number and no phone comes through', () => {
    const number = fc.stringMatching(/^[1-9]\d{16}[\dX]$/)
    const phone = fc.stringMatching(/^1[3-9]\d{9}$/)
    const around = fc.constantFrom('', '身份证', '，电话', '(', ' ')
    fc.assert(
      fc.property(number, phone, around, around, (id, mobile, before, after) => {
        const body = `公示${before}${id}，${mobile}${after}`
        const given: NoticeDraft = { title: '公示', body, subjects: [] }
        const shown = maskNotice('honour', given)
        expect(shown.body).not.toContain(id)
        expect(shown.body).not.toContain(mobile)
      }),
    )
  })
})
