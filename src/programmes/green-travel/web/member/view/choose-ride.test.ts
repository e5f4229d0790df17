import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayOfCounter, dayOfMoment, endsAt } from '../../../verifier/bytes.ts'
import { chooseRide, needsMore } from './choose-ride.ts'

const START = 1_795_363_200
const share = fc.nat({ max: 4 })
const held = fc
  .record({
    number: fc.integer({ min: 1, max: 1e6 }),
    startDay: fc.integer({ min: -2, max: 2 }),
    rides: fc.tuple(share, share, share),
    used: fc.uniqueArray(fc.integer({ min: 1, max: 12 })),
  })
  .map(({ number, startDay, rides, used }) => ({
    voucher: { key: 1, number, startsAt: START + startDay * 86_400, rides, deviceKey: new Uint8Array(32) },
    used,
  }))

test('what is shown is unused, and a reader would take it for today', () => {
  fc.assert(
    fc.property(fc.array(held, { maxLength: 4 }), fc.nat({ max: 86_399 }), (all, second) => {
      const now = START + second
      const choice = chooseRide(all, now)
      if (choice === undefined) return
      const from = all.filter(({ voucher }) => voucher.number === choice.number)
      const fits = from.filter(
        ({ voucher, used }) =>
          !used.includes(choice.counter) &&
          dayOfCounter(voucher, choice.counter) === dayOfMoment(voucher, now),
      )
      expect(fits.length).toBeGreaterThan(0)
    }),
  )
})

test('the last day of what is held asks for more, the first of three does not', () => {
  const rides: [number, number, number] = [4, 4, 4]
  const voucher = { key: 1, number: 1, startsAt: START, rides, deviceKey: new Uint8Array(32) }
  expect(needsMore([], START)).toBe(true)
  expect(needsMore([{ voucher, used: [] }], START + 100)).toBe(false)
  expect(needsMore([{ voucher, used: [] }], endsAt(voucher) - 100)).toBe(true)
})
