import { expect, test } from 'vitest'

import { dayNumber, dayOf, isoDate, minuteOfDay } from '#programmes/stations/server/demo/days.ts'
import { makeDemoStations } from '#programmes/stations/server/demo/make-demo-stations.ts'
import { makeDemoVisits, VISIT_PROOFS } from '#programmes/stations/server/demo/make-demo-visits.ts'
import { compileOpeningHours, isOpenAt } from '#programmes/stations/rules/compile-opening-hours.ts'
import { localMoment } from '#programmes/stations/rules/local-time.ts'

import { pingdingshan } from '#kernel/city/drawing/pingdingshan.ts'

const today = '2026-11-23'
const stations = makeDemoStations({ seed: 1, today, city: pingdingshan })
const visits = makeDemoVisits({ seed: 1, today, stations })

const shareAt = (holds: (minute: number) => boolean) =>
  visits.at.reduce((count, at) => count + (holds(minuteOfDay(at)) ? 1 : 0), 0) / visits.count

const inMonth = (month: string) =>
  visits.at.reduce((count, at) => count + (isoDate(dayOf(at)).startsWith(month) ? 1 : 0), 0)

test('about 120,000 check-ins of about 6,500 visitors at every station, in the order of time', () => {
  expect(visits.count).toBeGreaterThan(115_000)
  expect(visits.count).toBeLessThan(125_000)
  const visitors = new Set(visits.visitor)
  expect(visitors.size).toBeGreaterThan(6000)
  expect(Math.max(...visitors)).toBeLessThanOrEqual(6500)
  expect(new Set(visits.station)).toEqual(new Set(stations.keys()))
  expect(visits.at).toEqual(visits.at.toSorted())
  const { station, visitor, at, proof } = visits
  expect([station, visitor, at, proof].map(({ length }) => length)).toEqual(Array(4).fill(visits.count))
  expect(new Set(proof)).toEqual(new Set(VISIT_PROOFS.keys()))
})

test('the same wish gives the same check-ins', () => {
  expect(makeDemoVisits({ seed: 1, today, stations })).toEqual(visits)
  expect(makeDemoVisits({ seed: 2, today, stations }).at).not.toEqual(visits.at)
})

test('the year ends the day before today, and no check-in comes before its station', () => {
  expect(isoDate(dayOf(visits.at[0] ?? 0))).toBe('2025-11-23')
  expect(isoDate(dayOf(visits.at.at(-1) ?? 0))).toBe('2026-11-22')
  const founded = stations.map(({ foundedOn }) => dayNumber(foundedOn))
  const early = visits.at.filter((at, index) => dayOf(at) <= (founded[visits.station[index] ?? 0] ?? 0))
  expect(early).toHaveLength(0)
})

test('nobody checks in at a closed station, but where overtime is planted', () => {
  const compiled = stations.map(({ hours }) => compileOpeningHours(hours))
  const closed = new Set<number>()
  visits.at.forEach((at, index) => {
    const station = visits.station[index] ?? 0
    const hours = compiled[station]
    if (hours !== undefined && !isOpenAt(hours, localMoment(new Date(at * 1000)))) closed.add(station)
  })
  const planted = stations.flatMap(({ traits }, index) => (traits.includes('stays-open-late') ? [index] : []))
  expect([...closed].toSorted((a, b) => a - b)).toEqual(planted)
})

test('people come before and after noon and at the change of shift, and more in heat and cold', () => {
  expect(shareAt((minute) => minute >= 660 && minute < 840)).toBeGreaterThan(0.4)
  expect(shareAt((minute) => minute >= 1020 && minute < 1140)).toBeGreaterThan(0.12)
  expect(shareAt((minute) => minute >= 900 && minute < 960)).toBeLessThan(0.06)
  expect(inMonth('2026-07')).toBeGreaterThan(1.3 * inMonth('2026-04'))
  expect(inMonth('2025-12')).toBeGreaterThan(1.2 * inMonth('2026-04'))
})

test('a station locked at noon shows it: hardly anybody between twelve and two', () => {
  const noonShare = (locked: boolean) => {
    const chosen = visits.at.filter((_, index) => {
      const station = stations[visits.station[index] ?? 0]
      return station?.traits.includes('locked-at-noon') === locked
    })
    return chosen.filter((at) => minuteOfDay(at) >= 720 && minuteOfDay(at) < 840).length / chosen.length
  }
  expect(noonShare(true)).toBeLessThan(0.06)
  expect(noonShare(false)).toBeGreaterThan(0.25)
})

test('nobody checks in twice at one station on one day', () => {
  const seen = new Set(
    Array.from(visits.at, (at, index) => `${dayOf(at)} ${visits.station[index]} ${visits.visitor[index]}`),
  )
  expect(seen.size).toBe(visits.count)
})
