import { describe, expect, it } from 'vitest'
import { defineMessages, translate } from './text.ts'

const messages = defineMessages({
  plain: { zh: '保存', en: 'Save' },
  count: { zh: '{place}有 {count} 个站点', en: '{count} {count|station|stations} in {place}' },
})

describe('translate', () => {
  it('answers in the language asked for', () => {
    expect(translate('zh', messages.plain)).toBe('保存')
    expect(translate('en', messages.plain)).toBe('Save')
  })

  it('fills names and groups numbers', () => {
    expect(translate('zh', messages.count, { place: '叶县', count: 1301 })).toBe('叶县有 1,301 个站点')
  })

  it('chooses the English word by number', () => {
    expect(translate('en', messages.count, { place: 'Ye', count: 1 })).toBe('1 station in Ye')
    expect(translate('en', messages.count, { place: 'Ye', count: 0 })).toBe('0 stations in Ye')
  })

  it('leaves the hole visible where a server sent too few values', () => {
    const fromServer: { zh: string; en: string } = { zh: '编号 {id}', en: 'No. {id}' }
    expect(translate('zh', fromServer)).toBe('编号 {id}')
  })

  it('refuses wrong names at compile time', () => {
    // @ts-expect-error a value is missing
    expect(translate('zh', messages.count, { place: '叶县' })).toContain('{count}')
    // @ts-expect-error the English uses a name that the Chinese does not have
    defineMessages({ bad: { zh: '好', en: '{other}' } })
  })
})
