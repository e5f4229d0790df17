import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openStateAt } from '#programmes/stations/rules/open-state.ts'
import type { OpeningHours } from '#programmes/stations/rules/opening-hours-schema.ts'
import { nextHoursChange, wordsOfChange } from './change-words.ts'
import { clockFor, openKindOf } from './open-answer.ts'
import { answerOf } from './station-answer.ts'

const everyDay = (from: string, to: string): OpeningHours => ({
  seasons: [{ weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from, to }] }],
  exceptions: [],
})
const hours = everyDay('08:00', '18:00')
const beijing = (text: string) => new Date(`${text}+08:00`)
const noon = beijing('2026-11-23T12:00')

describe('openKindOf', () => {
  const kind = (openProbability: number | null, now: Date, asOf = now) =>
    openKindOf({ hours, openProbability }, clockFor(now, asOf.toISOString()))

  it('answers from the hours where nothing was learned', () => {
    expect(kind(null, noon)).toBe('open')
    expect(kind(null, beijing('2026-11-23T07:59'))).toBe('closed')
    expect(kind(null, beijing('2026-11-23T18:00'))).toBe('closed')
  })

  it('believes people on the spot, both ways', () => {
    expect(kind(0.3, noon)).toBe('probably-locked')
    expect(kind(0.64, noon)).toBe('probably-locked')
    expect(kind(0.65, noon)).toBe('open')
    expect(kind(0.9, beijing('2026-11-23T19:00'))).toBe('open')
    expect(kind(0.3, beijing('2026-11-23T19:00'))).toBe('closed')
  })

  it('forgets what was learned when the list is old', () => {
    expect(kind(0.1, noon, beijing('2026-11-23T11:05'))).toBe('probably-locked')
    expect(kind(0.1, noon, beijing('2026-11-23T10:55'))).toBe('open')
    expect(kind(0.9, beijing('2026-11-23T19:00'), noon)).toBe('closed')
  })

  it('agrees with the rule at every minute of a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 7 * 1440 }), (minute) => {
        const now = new Date(noon.getTime() + minute * 60_000)
        expect(kind(null, now)).toBe(openStateAt(hours, now).open ? 'open' : 'closed')
      }),
    )
  })
})

describe('wordsOfChange', () => {
  const said = (given: OpeningHours, now: Date, language: 'zh' | 'en' = 'zh') => {
    const change = nextHoursChange(given, now)
    return wordsOfChange(change, change.open ? 'open' : 'closed', now, language)
  }

  it('says until when, and when next', () => {
    expect(said(hours, noon)).toBe('到 18:00')
    expect(said(hours, noon, 'en')).toBe('until 18:00')
    expect(said(hours, beijing('2026-11-23T06:00'))).toBe('08:00 开门')
    expect(said(hours, beijing('2026-11-23T20:00'))).toBe('明天 08:00 开门')
  })

  it('warns before a closing door', () => {
    expect(said(hours, beijing('2026-11-23T17:29'))).toBe('到 18:00')
    expect(said(hours, beijing('2026-11-23T17:40'))).toBe('还有 20 分钟关门')
  })

  it('names the weekday, and further on the date', () => {
    const mondays: OpeningHours = {
      seasons: [{ weekly: [{ days: [1], from: '08:00', to: '18:00' }] }],
      exceptions: [],
    }
    expect(said(mondays, beijing('2026-11-25T12:00'))).toBe('周一 08:00 开门')
    expect(said(mondays, beijing('2026-11-23T19:00'))).toBe('11月30日 08:00 开门')
  })

  it('does not promise a time that the hours do not hold', () => {
    expect(said(everyDay('00:00', '24:00'), noon)).toBe('全天开放')
    const never: OpeningHours = { seasons: [{ weekly: [] }], exceptions: [] }
    expect(said(never, noon)).toBe('近期不开放')
    const evening = beijing('2026-11-23T19:00')
    expect(wordsOfChange(nextHoursChange(hours, evening), 'open', evening, 'zh')).toBe('在公布时间之外')
  })
})

describe('answerOf', () => {
  const openNow = {
    state: 'probably-locked' as const,
    declaredOpen: true,
    changesAt: beijing('2026-11-23T18:00').toISOString(),
    probability: 0.3,
    confidence: 'good' as const,
    wording: { zh: '可能没开', en: 'May not be open' },
    evidence: [],
  }

  it('takes the estimate while it is about now', () => {
    expect(answerOf({ hours, openNow }, noon, true)).toMatchObject({
      kind: 'probably-locked',
      isLearned: true,
    })
  })

  it('answers from the hours without a network and after they changed', () => {
    expect(answerOf({ hours, openNow }, noon, false)).toMatchObject({ kind: 'open', isLearned: false })
    expect(answerOf({ hours, openNow }, beijing('2026-11-23T18:30'), true).kind).toBe('closed')
  })
})
