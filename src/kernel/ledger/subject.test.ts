import { expect, test } from 'vitest'
import { subjectTeller, type ModuleWithLedgerSubjects } from './subject.ts'

const travel: ModuleWithLedgerSubjects = {
  ledgerSubjects: {
    'travel-day': {
      title: { zh: '一天的乘车', en: 'A day of rides' },
      href: (id) => `/staff/green-travel/days/${id}`,
    },
    opening: { title: { zh: '年初余额', en: 'Opening' } },
  },
}

test('a subject leads where its programme says, and stays itself where nobody says', () => {
  const tell = subjectTeller([{}, travel])
  expect(tell('travel-day:2026-11-22:a')).toEqual({
    subjectTitle: { zh: '一天的乘车', en: 'A day of rides' },
    href: '/staff/green-travel/days/2026-11-22:a',
  })
  expect(tell('opening:2026')).toEqual({ subjectTitle: { zh: '年初余额', en: 'Opening' }, href: null })
  expect(tell('unknown:1')).toEqual({ subjectTitle: null, href: null })
})
