import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { formatOpeningHours } from './format-opening-hours.ts'
import { openingHoursSchema } from './opening-hours-schema.ts'
import { parseOpeningHours } from './parse-opening-hours.ts'

/** The hours as lines, or the code of the refusal: both are what a person sees. */
function read(written: string): string[] {
  const verdict = parseOpeningHours(written)
  return verdict.ok ? formatOpeningHours(verdict.hours).zh.split('\n') : [verdict.code]
}

const summerAndWinter = [
  '夏季（5月1日–9月30日）',
  '每天 7:30–19:00',
  '冬季（10月1日–4月30日）',
  '每天 8:00–18:00',
]

describe('hours as people write them', () => {
  test.each<[string, string[]]>([
    ['8:00-18:00', ['每天 8:00–18:00']],
    ['8：00－18：00', ['每天 8:00–18:00']],
    ['８:００～１８:００', ['每天 8:00–18:00']],
    ['8:00--18:00', ['每天 8:00–18:00']],
    ['8.30-17.30', ['每天 8:30–17:30']],
    ['0800-1800', ['每天 8:00–18:00']],
    ['9-17', ['每天 9:00–17:00']],
    ['9AM-5PM', ['每天 9:00–17:00']],
    ['全天', ['每天 全天']],
    ['24小时', ['每天 全天']],
    ['24 小时开放', ['每天 全天']],
    ['周一至周日全天开放', ['每天 全天']],
    ['8:00-24:00', ['每天 8:00–24:00']],
    ['8:00-0:00', ['每天 8:00–24:00']],
    ['每天08：00—20：00', ['每天 8:00–20:00']],
    ['9:00-21:00 全年无休', ['每天 9:00–21:00']],
    ['早8点到晚6点', ['每天 8:00–18:00']],
    ['早八点到晚六点', ['每天 8:00–18:00']],
    ['8点半到17点半', ['每天 8:30–17:30']],
    ['8时一刻至17时三刻', ['每天 8:15–17:45']],
    ['中午12点至下午2点', ['每天 12:00–14:00']],
    ['上午8:30-11:30 下午2:30-5:30', ['每天 8:30–11:30、14:30–17:30']],
    ['开放时间：上午8时至12时，下午2时30分至6时', ['每天 8:00–12:00、14:30–18:00']],
    ['8:00-次日2:00', ['每天 8:00–次日2:00']],
    ['晚8点至凌晨2点', ['每天 20:00–次日2:00']],
    ['20:00-次日0:00', ['每天 20:00–24:00']],
    ['周一至周五 9:00~17:00', ['周一至周五 9:00–17:00', '周六、周日 休息']],
    ['工作日 9:00-17:00', ['周一至周五 9:00–17:00', '周六、周日 休息']],
    ['周1-周5 9:00-17:00', ['周一至周五 9:00–17:00', '周六、周日 休息']],
    ['8:00-18:00（周一至周五）', ['周一至周五 8:00–18:00', '周六、周日 休息']],
    ['8:00-18:00，周日休息', ['周一至周六 8:00–18:00', '周日 休息']],
    ['除周日外 9-17点', ['周一至周六 9:00–17:00', '周日 休息']],
    ['周一闭馆，其他时间9:00-17:00', ['周一 休息', '周二至周日 9:00–17:00']],
    ['周一、三、五 9:00-17:00', ['周一、周三、周五 9:00–17:00', '周二、周四、周六、周日 休息']],
    ['周六日10:00-16:00 周一到周五8:00-20:00', ['周一至周五 8:00–20:00', '周六、周日 10:00–16:00']],
    ['周五至周一 9:00-17:00', ['周一、周五至周日 9:00–17:00', '周二至周四 休息']],
    [
      '周一至周五8:30-12:00，14:30-18:00；周末休息',
      ['周一至周五 8:30–12:00、14:30–18:00', '周六、周日 休息'],
    ],
    ['夏季7:30—19:00 冬季8:00—18:00', summerAndWinter],
    ['夏季：7:30—19:00\n冬季：8:00—18:00', summerAndWinter],
    ['7:30-19:00（夏季） 8:00-18:00（冬季）', summerAndWinter],
    [
      '夏季（5月-10月）8:00-19:00 冬季 8:30-17:30',
      ['夏季（5月1日–10月31日）', '每天 8:00–19:00', '冬季（11月1日–4月30日）', '每天 8:30–17:30'],
    ],
    [
      '5月1日至9月30日 7:00-20:00，其余时间 8:00-18:00',
      ['5月1日–9月30日', '每天 7:00–20:00', '其余日期', '每天 8:00–18:00'],
    ],
    [
      '周一至周五 夏季8:00-18:30 冬季8:00-18:00',
      [
        '夏季（5月1日–9月30日）',
        '周一至周五 8:00–18:30',
        '周六、周日 休息',
        '冬季（10月1日–4月30日）',
        '周一至周五 8:00–18:00',
        '周六、周日 休息',
      ],
    ],
    [
      '夏季7:30—19:00 冬季8:00—18:00，周末休息',
      [
        '夏季（5月1日–9月30日）',
        '周一至周五 7:30–19:00',
        '周六、周日 休息',
        '冬季（10月1日–4月30日）',
        '周一至周五 8:00–18:00',
        '周六、周日 休息',
      ],
    ],
    [
      '夏季7:30-19:00，周日9:00-12:00；冬季8:00-18:00，周末休息',
      [
        '夏季（5月1日–9月30日）',
        '周一至周六 7:30–19:00',
        '周日 9:00–12:00',
        '冬季（10月1日–4月30日）',
        '周一至周五 8:00–18:00',
        '周六、周日 休息',
      ],
    ],
    ['8:00-12:00，11:00-18:00', ['每天 8:00–18:00']],
  ])('%s', (written, lines) => {
    expect(read(written)).toEqual(lines)
  })

  test('what was taken for granted is said', () => {
    const assumed = (written: string) => {
      const verdict = parseOpeningHours(written)
      return verdict.ok ? verdict.assumptions.map((it) => it.zh).join('') : verdict.code
    }
    expect(assumed('夏季7:30—19:00 冬季8:00—18:00')).toContain('夏季按 5月1日至9月30日 理解')
    expect(assumed('夏季7:30—19:00')).toContain('其余日期没有写时间')
    expect(assumed('夏季7:30—19:00 冬季8:00—18:00，周末休息')).toContain('按各季都适用理解')
    expect(assumed('工作日 9:00-17:00')).toContain('工作日按周一至周五理解')
    expect(assumed('8:00-18:00，节假日休息')).toContain('例外日期')
    expect(assumed('8:00-18:00（节假日以公告为准）')).toContain('例外日期')
    expect(assumed('8:00-18:00，法定节假日另行通知')).toContain('例外日期')
    expect(assumed('8:00-18:00')).toBe('')
  })
})

describe('hours that are refused', () => {
  test.each([
    ['', 'empty'],
    ['随时', 'unreadable'],
    ['25:00-26:00', 'time-out-of-range'],
    ['8:70-18:00', 'time-out-of-range'],
    ['24:00-25:00', 'time-out-of-range'],
    ['13月1日-14月1日 8:00-18:00', 'date-out-of-range'],
    ['8:00-次日9:00', 'longer-than-a-day'],
    ['周末', 'days-without-times'],
    ['休息', 'never-open'],
    ['8:00-18:00，12:00-14:00休息', 'unreadable'],
  ])('%j: %s', (written, code) => {
    expect(parseOpeningHours(written)).toMatchObject({ ok: false, code })
  })

  test('closing before opening, with fixes that are then accepted', () => {
    const verdict = parseOpeningHours('周一至周五 18:00-8:00；周末休息')
    expect(verdict).toMatchObject({ ok: false, code: 'closing-before-opening' })
    if (verdict.ok) return
    expect(verdict.reason.zh).toContain('18:00-8:00')
    expect(verdict.fixes.map((fix) => read(fix.value)[0])).toEqual([
      '周一至周五 18:00–次日8:00',
      '周一至周五 18:00–20:00',
      '周一至周五 8:00–18:00',
    ])
  })

  test('whatever is typed gets an answer', () => {
    const pieces = fc.constantFrom(
      '周',
      '一',
      '8',
      ':',
      '00',
      '-',
      '休息',
      '夏季',
      '月',
      '（',
      '次日',
      '点',
      ',',
      '除',
      '外',
      '全天',
      '9:00-17:00',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (words) => {
        const verdict = parseOpeningHours(words.join(''))
        return verdict.ok ? openingHoursSchema.safeParse(verdict.hours).success : verdict.reason.zh !== ''
      }),
      { numRuns: 500 },
    )
  })
})
