import { describe, expect, it } from 'vitest'
import { formatDistance } from './format-distance.ts'
import { formatCompact, formatPercent, formatYuan, formatYuanCompact } from './format-number.ts'
import { formatDate, formatDateTime, formatRelative, formatTime } from './format-time.ts'

describe('numbers', () => {
  it.each([
    [301, '301'],
    [9_999, '9,999'],
    [97_000_000, '9,700万'],
    [184_326, '18.43万'],
    [99_999_999, '1亿'],
    [123_456_789, '1.23亿'],
    [-97_000_000, '-9,700万'],
  ])('%i is read as %s', (value, text) => expect(formatCompact(value, 'zh')).toBe(text))

  it('reads millions in English', () => expect(formatCompact(97_000_000, 'en')).toBe('97M'))

  it('turns fen into yuan without losing one', () => {
    expect(formatYuan(12_345, 'zh')).toBe('123.45元')
    expect(formatYuan(-5, 'zh')).toBe('-0.05元')
    expect(formatYuan(100_000, 'en')).toBe('¥1,000')
    expect(formatYuan(900_719_925_474_099_301n, 'zh')).toBe('9,007,199,254,740,993.01元')
    expect(formatYuanCompact(9_700_000_000, 'zh')).toBe('9,700万元')
  })

  it('writes shares as percent', () => expect(formatPercent(0.9534, 'zh')).toBe('95.3%'))
})

describe('time', () => {
  // 16:30 UTC is half past midnight of the next day in Shanghai.
  const late = '2026-11-21T16:30:00Z'

  it('follows the clock of Shanghai wherever it runs', () => {
    expect(formatDate(late, 'zh')).toBe('2026年11月22日')
    expect(formatTime(late)).toBe('00:30')
    expect(formatDateTime(late, 'en')).toBe('2026-11-22 00:30')
  })

  it('keeps a calendar day the same day', () => {
    expect(formatDate('2026-11-22', 'zh', 'numeric')).toBe('2026-11-22')
    expect(formatDate('2026-11-22', 'en')).toBe('22 November 2026')
  })

  it.each([
    ['2026-11-22T00:59:30Z', '刚刚'],
    ['2026-11-22T00:57:00Z', '3分钟前'],
    ['2026-11-22T03:00:00Z', '2小时后'],
    ['2026-11-21T00:30:00Z', '昨天'],
    ['2026-11-01T00:30:00Z', '2026年11月1日'],
  ])('%s is %s', (moment, text) => expect(formatRelative(moment, '2026-11-22T01:00:00Z', 'zh')).toBe(text))
})

describe('distance', () => {
  it.each([
    [7, '7 米'],
    [323, '320 米'],
    [996, '1.0 公里'],
    [1_240, '1.2 公里'],
    [18_400, '18 公里'],
  ])('%i metres are %s', (metres, text) => expect(formatDistance(metres, 'zh')).toBe(text))

  it('has English units', () => expect(formatDistance(1_240, 'en')).toBe('1.2 km'))
})
