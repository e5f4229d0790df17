import { describe, expect, it } from 'vitest'
import { parseOpeningHours } from '../../rules/parse-opening-hours.ts'
import { weekOf } from './hours-week.ts'

const read = (written: string) => {
  const verdict = parseOpeningHours(written)
  if (!verdict.ok) throw new Error(verdict.reason.zh)
  return weekOf(verdict.hours)
}

describe('weekOf', () => {
  it('shows a week day by day, with breaks and days of rest', () => {
    const [week, ...more] = read('周一至周五 8:30-12:00，14:30-18:00；周末休息')
    expect(more).toEqual([])
    expect(week?.season).toBeUndefined()
    expect(week?.days.map(({ day, times }) => `${day.zh} ${times.zh}`)).toEqual([
      ...['周一', '周二', '周三', '周四', '周五'].map((day) => `${day} 8:30–12:00、14:30–18:00`),
      '周六 休息',
      '周日 休息',
    ])
    expect(week?.days[6]?.times.en).toBe('closed')
  })

  it('names each season with its dates', () => {
    const weeks = read('夏季7:30—19:00 冬季8:00—18:00')
    expect(weeks.map(({ season }) => season?.zh.slice(0, 2))).toEqual(['夏季', '冬季'])
    expect(weeks[1]?.days[0]?.times.zh).toBe('8:00–18:00')
  })

  it('says round the clock and over midnight in words', () => {
    expect(read('全天')[0]?.days[2]?.times).toEqual({ zh: '全天', en: '24 hours' })
    expect(read('20:00-次日2:00')[0]?.days[2]?.times.zh).toBe('20:00–次日2:00')
  })
})
