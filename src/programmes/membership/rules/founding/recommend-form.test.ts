import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articles } from './articles.ts'
import type { Candidate, FoundingFacts } from './facts.ts'
import { hindrances, recommendForm, yearsAfter } from './recommend-form.ts'
import { threshold } from './thresholds.ts'

const TODAY = '2026-11-23'

const preparer = (name: string): Candidate => ({
  name,
  duty: 'preparer',
  isRelativeOfHead: false,
  isHeadOrInChargeOfWages: false,
})

const facts = (over: Partial<FoundingFacts> = {}): FoundingFacts => ({
  unitKind: 'enterprise',
  scope: 'one-unit',
  workers: 100,
  members: 30,
  womenMembers: 0,
  units: [],
  unitFoundedOn: null,
  people: ['甲', '乙', '丙'].map(preparer),
  ...over,
})

const ruleOf = (given: FoundingFacts, rule: string) =>
  recommendForm(given, TODAY).lines.filter((line) => line.rule === rule)

describe('the form of one unit’s union', () => {
  test.each([
    [24, 'committee', ['committee', 'joint', 'organiser']],
    [25, 'committee', ['committee']],
    [2, 'organiser', ['committee', 'joint', 'organiser']],
  ] as const)('%i members', (members, form, lawful) => {
    expect(recommendForm(facts({ members }), TODAY)).toMatchObject({ form, lawful })
  })

  test('it depends on the members, whatever the number of workers', () => {
    fc.assert(
      fc.property(fc.nat(5_000), fc.nat(5_000), fc.nat(5_000), (members, workers, others) => {
        const [one, other] = [workers, others].map((count) =>
          recommendForm(facts({ members, workers: count }), TODAY),
        )
        expect(one!.form).toBe(other!.form)
        expect(one!.lawful).toEqual(other!.lawful)
        expect(one!.lawful.includes('organiser')).toBe(members < 25)
      }),
    )
  })
})

test('the recommended form is lawful, whatever the facts, and every line cites an article', () => {
  const anyFacts = fc.record({
    unitKind: fc.constantFrom('enterprise', 'institution', 'government', 'social-organisation'),
    scope: fc.constantFrom('one-unit', 'several-units', 'area', 'trade'),
    workers: fc.nat(3_000),
    members: fc.nat(60),
    womenMembers: fc.nat(30),
    units: fc.array(fc.record({ name: fc.constant('某单位'), workers: fc.nat(90), members: fc.nat(50) }), {
      maxLength: 3,
    }),
    unitFoundedOn: fc.constantFrom(null, '2026-01-01', '2019-02-28'),
    people: fc.array(
      fc.record({
        name: fc.constant('某人'),
        duty: fc.constantFrom('preparer', 'chair', 'committee', 'audit', 'organiser'),
        isRelativeOfHead: fc.boolean(),
        isHeadOrInChargeOfWages: fc.boolean(),
      }),
      { maxLength: 6 },
    ),
  }) as fc.Arbitrary<FoundingFacts>
  fc.assert(
    fc.property(anyFacts, (given) => {
      const { form, lawful, lines } = recommendForm(given, TODAY)
      expect(lawful).toContain(form)
      for (const { article, says } of lines) {
        expect(articles).toHaveProperty(article)
        expect(says.zh).toMatch(/[一-龥]/)
      }
    }),
  )
})

test('nine women have a commissioner, ten a committee', () => {
  expect(ruleOf(facts({ womenMembers: 9 }), 'women')).toMatchObject([{ verdict: 'must', article: 'henan-9' }])
  expect(ruleOf(facts({ womenMembers: 10 }), 'women')).toMatchObject([
    { verdict: 'may', article: 'law-11-women' },
  ])
  expect(ruleOf(facts({ womenMembers: 0 }), 'women')).toEqual([])
})

test('a full-time chair is possible from 200 workers on, never in a government body', () => {
  expect(ruleOf(facts({ workers: 199 }), 'full-time-chair')).toEqual([])
  expect(ruleOf(facts({ workers: 200 }), 'full-time-chair')).toMatchObject([{ article: 'law-14' }])
  expect(ruleOf(facts({ workers: 200, unitKind: 'government' }), 'full-time-chair')).toEqual([])
})

test('a joint union takes two units, and none that must have its own', () => {
  const unit = (name: string, members: number) => ({ name, workers: members, members })
  const joint = (units: FoundingFacts['units']) =>
    recommendForm(facts({ scope: 'several-units', units }), TODAY)
  expect(hindrances(joint([unit('甲店', 8)])).map(({ rule }) => rule)).toEqual(['units'])
  expect(hindrances(joint([unit('甲店', 24), unit('乙店', 1)]))).toEqual([])
  expect(hindrances(joint([unit('甲店', 25), unit('乙店', 1)])).map(({ rule }) => rule)).toEqual([
    'unit-large',
  ])
})

test('the head’s relatives stay out of the committee, and the head does not lead it', () => {
  const stands = (over: Partial<Candidate>) =>
    hindrances(
      recommendForm(facts({ people: [...facts().people, { ...preparer('丁'), ...over }] }), TODAY),
    ).map(({ article }) => article)
  expect(stands({ duty: 'committee', isRelativeOfHead: true })).toEqual(['law-10'])
  expect(stands({ duty: 'audit', isRelativeOfHead: true })).toEqual([])
  expect(stands({ duty: 'chair', isHeadOrInChargeOfWages: true })).toEqual(['henan-7'])
  expect(stands({ duty: 'committee', isHeadOrInChargeOfWages: true })).toEqual([])
})

test('three to five prepare', () => {
  for (const count of [2, 3, 5, 6]) {
    const [line] = ruleOf(
      facts({ people: Array.from({ length: count }, () => preparer('某人')) }),
      'preparers',
    )
    expect(line!.verdict).toBe(count === 3 || count === 5 ? 'good' : 'missing')
  }
})

test('a new unit has a year', () => {
  expect(ruleOf(facts({ unitFoundedOn: '2025-11-23' }), 'within-a-year')).toMatchObject([{ verdict: 'good' }])
  expect(ruleOf(facts({ unitFoundedOn: '2025-11-22' }), 'within-a-year')).toMatchObject([{ verdict: 'must' }])
  expect(yearsAfter('2024-02-29', 1)).toBe('2025-02-28')
  expect(yearsAfter('2024-02-29', 4)).toBe('2028-02-29')
})

test('a threshold holds from its day on', () => {
  expect(threshold('ownCommitteeMembers', '2026-01-01').value).toBe(25)
  expect(() => threshold('ownCommitteeMembers', '1990-01-01')).toThrow(RangeError)
})
