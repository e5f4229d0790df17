import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cityDay } from '#platform/city-time.ts'
import { problemsOfDays, timelinessOf, withUsualDays } from './round-days.ts'
import { templates } from './templates.ts'

const reading = {
  ...templates.reading,
  entriesFrom: '2026-03-01T00:00:00+08:00',
  entriesUntil: '2026-03-31T18:00:00+08:00',
}
const judged = (...days: readonly (readonly [string, string] | null)[]) => ({
  ...reading,
  rounds: reading.rounds.map((round, index) => {
    const pair = days[index] ?? null
    return { ...round, judging: pair && { from: pair[0], until: pair[1] } }
  }),
})
const codes = (rules: Parameters<typeof problemsOfDays>[0]) =>
  problemsOfDays(rules).map(({ field, code }) => `${field} ${code}`)

describe('the days of rounds', () => {
  it('may be April to June, may be one day, may meet, may be unsaid', () => {
    const april = ['2026-04-01', '2026-04-20'] as const
    expect(codes(judged(april, ['2026-05-06', '2026-05-20'], ['2026-06-15', '2026-06-15']))).toEqual([])
    expect(codes(judged(april, ['2026-04-20', '2026-05-01'], null))).toEqual([])
    expect(codes(judged(null, null, ['2026-03-31', '2026-04-01']))).toEqual([])
  })

  it('begin once entries are in and the round before is over, and end no sooner than they begin', () => {
    const rules = judged(['2026-03-30', '2026-04-20'], null, ['2026-04-19', '2026-04-18'])
    expect(codes(rules)).toEqual([
      'rules.rounds.0.judging.from begins-before-entries-end',
      'rules.rounds.2.judging.until ends-before-it-begins',
      'rules.rounds.2.judging.from begins-before-round-ends',
    ])
  })

  it('that are proposed are sound, whenever entries end', () => {
    const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(moments, (end) => {
        const entriesUntil = end.toISOString()
        const rounds = withUsualDays(entriesUntil, reading.rounds)
        expect(problemsOfDays({ ...reading, entriesUntil, rounds })).toEqual([])
        expect(rounds.map(({ judging }) => timelinessOf(judging, 'to-come', cityDay(end)))).toEqual(
          rounds.map(() => 'not-yet'),
        )
      }),
    )
  })

  it('are not due, due, or passed by', () => {
    const days = { from: '2026-04-01', until: '2026-04-20' }
    const told = (state: 'to-come' | 'judging', today: string) => timelinessOf(days, state, today)
    expect(['2026-03-31', '2026-04-01', '2026-04-02'].map((day) => told('to-come', day))).toEqual([
      'not-yet',
      'in-time',
      'late-to-begin',
    ])
    expect(['2026-04-20', '2026-04-21'].map((day) => told('judging', day))).toEqual([
      'in-time',
      'late-to-end',
    ])
  })
})
