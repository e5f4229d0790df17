import { expect, test } from 'vitest'
import { readCalendarText } from './calendar-text.ts'

const newYear = { zh: '元旦', en: '元旦' }

test('days are read as people write them', () => {
  expect(
    readCalendarText(
      '2027-01-01 放假 元旦\n\n ２０２７年1月2日，休，元旦\n2027/1/10 上班 元旦\n2027.1.3 放假 元旦',
    ),
  ).toEqual({
    days: [
      { day: '2027-01-01', kind: 'day-off', name: newYear },
      { day: '2027-01-02', kind: 'day-off', name: newYear },
      { day: '2027-01-10', kind: 'make-up', name: newYear },
      { day: '2027-01-03', kind: 'day-off', name: newYear },
    ],
  })
})

test.each([
  '2027-02-30 放假 春节',
  '2027-13-01 放假 春节',
  '放假 春节',
  '2027-01-01 也许 元旦',
  '2027-01-01 放假',
])('the first line that says no day is named: %s', (text) => {
  expect(readCalendarText(`2027-01-01 放假 元旦\n${text}`)).toEqual({ line: 2, text })
})
