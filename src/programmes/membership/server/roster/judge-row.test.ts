import fc from 'fast-check'
import { expect, test } from 'vitest'
import { residentIdCheck } from '#kernel/people/index.ts'
import { cleanText } from '#platform/tabular/clean-text.ts'
import { judgeRow, type RowValues } from './judge-row.ts'
import type { RosterGround } from './verdict.ts'

const ground: RosterGround = {
  today: '2026-11-23',
  demo: true,
  organisationId: 'own',
  unions: new Map<string, string | null>([
    ['甲工会', 'first'],
    ['乙工会（联合）', 'second'],
    ['丙工会', null],
  ]),
  defaultDay: '2026-11-01',
  defaultEmployment: 'courier',
}

const number = (first17: string) => first17 + residentIdCheck(first17)
const good: RowValues = { name: '张伟', documentNumber: number('41049919900101211'), phone: '13812345678' }
const judge = (values: RowValues) => judgeRow(7, values, ground)
const codes = (values: RowValues) => judge(values).problems.map(({ code }) => code)

test('a good row says who, where, since when and how', () => {
  expect(
    judge({ ...good, union: '乙工会(联合)', joinedOn: '2021年3月5日', employment: '外卖骑手' }).member,
  ).toMatchObject({
    identity: { name: '张伟', phone: '13812345678' },
    organisationId: 'second',
    fromDay: '2021-03-05',
    employment: 'delivery-rider',
    newForm: true,
  })
  expect(judge(good).member).toMatchObject({
    organisationId: 'own',
    fromDay: '2026-11-01',
    employment: null,
    newForm: true,
  })
})

test('a withdrawn region code is right: the suburb that is a district now, the county that left', () => {
  for (const region of ['410411', '410426'])
    expect(judge({ ...good, documentNumber: number(`${region}19700101211`) }).member).toBeDefined()
})

test('what a union is called decides, and nothing is guessed', () => {
  expect(codes({ ...good, union: '丙工会' })).toContain('union-ambiguous')
  expect(codes({ ...good, union: '甲' })).toContain('union-unknown')
  const ofFederation = { ...ground, organisationId: null }
  expect(judgeRow(1, good, ofFederation).problems.map(({ code }) => code)).toContain('union-missing')
})

test('everything that is wrong is said at once, and no sentence repeats the number', () => {
  const verdict = judge({
    name: '张3',
    documentNumber: '41049919900101211A',
    phone: '12345',
    joinedOn: '不详',
  })
  expect(verdict.problems.map(({ code }) => code)).toEqual([
    'name',
    'document-shape',
    'phone',
    'joined-unread',
  ])
  expect(JSON.stringify(verdict.problems)).not.toContain('41049919900101211')
})

test('sixteen is old enough on the birthday, and not the day before', () => {
  const born = (day: string) => ({
    ...good,
    documentNumber: number(`410499${day}211`),
    joinedOn: '2026-11-23',
  })
  expect(judge(born('20101123')).member).toBeDefined()
  expect(codes(born('20101124'))).toContain('under-age')
})

const bornOn = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2005-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10).replaceAll('-', ''))
const valid = fc
  .tuple(bornOn, fc.integer({ min: 0, max: 999 }))
  .map(([day, order]) => number(`410499${day}${String(order).padStart(3, '0')}`))
const wide = (text: string) =>
  text.replaceAll(/[0-9]/g, (it) => String.fromCharCode(it.charCodeAt(0) + 0xfee0))

test('however a number is typed, it is the same person', () => {
  fc.assert(
    fc.property(valid, (typed) => {
      const kept = judge({ ...good, documentNumber: typed }).member?.identity.document.number
      for (const way of [
        wide(typed),
        ` ${typed} `,
        `'${typed}`,
        `${typed.slice(0, 6)} ${typed.slice(6)}`,
        typed.toLowerCase(),
      ])
        expect(judge({ ...good, documentNumber: cleanText(way) }).member?.identity.document.number).toBe(kept)
    }),
    { numRuns: 50 },
  )
})

test('whatever stands in a row, it is either a member or says why not', () => {
  const anything = fc.record(
    Object.fromEntries(
      [
        'name',
        'documentNumber',
        'documentKind',
        'phone',
        'sex',
        'bornOn',
        'union',
        'joinedOn',
        'standing',
        'employment',
      ].map((field) => [field, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })]),
    ),
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(anything, (values) => {
      const { member, problems } = judge(values as RowValues)
      expect(member === undefined).toBe(problems.some(({ severity }) => severity === 'error'))
    }),
    { numRuns: 200 },
  )
})
