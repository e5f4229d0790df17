import { expect, test } from 'vitest'

import { dayNumber, dayOf, minuteOfDay, startOfDay } from '#programmes/stations/server/demo/days.ts'
import { makeDemoReports } from '#programmes/stations/server/demo/make-demo-reports.ts'
import { makeDemoRoster } from '#programmes/stations/server/demo/make-demo-roster.ts'
import { makeDemoStations } from '#programmes/stations/server/demo/make-demo-stations.ts'
import { rosterFaults } from '#programmes/stations/server/demo/roster-faults.ts'
import { openStateAt } from '#programmes/stations/rules/open-state.ts'

import { pingdingshan } from '#kernel/city/drawing/pingdingshan.ts'

const today = '2026-11-23'
const end = startOfDay(dayNumber(today))
const stations = makeDemoStations({ seed: 1, today, city: pingdingshan })
const reports = makeDemoReports({ seed: 1, today, stations })
const withTrait = (trait: string) =>
  reports.filter(({ station }) => stations[station]?.traits.some((each) => each === trait))

test('1,400 reports in the order of time, within the year and the life of the station', () => {
  expect(reports).toHaveLength(1400)
  expect(reports.map(({ at }) => at)).toEqual(reports.map(({ at }) => at).toSorted((a, b) => a - b))
  const lost = reports.filter(({ station, at }) => {
    const foundedOn = stations[station]?.foundedOn ?? today
    return at >= end || at < end - 365 * 86_400 || dayOf(at) <= dayNumber(foundedOn)
  })
  expect(lost).toEqual([])
})

test.each([1, 2, 3])('with seed %i about 86 in a hundred are answered within a day', (seed) => {
  const made = makeDemoReports({ seed, today, stations })
  const inTime = made.filter(({ at, events }) => (events[0]?.at ?? Infinity) - at <= 86_400)
  expect(inTime.length / made.length).toBeGreaterThan(0.83)
  expect(inTime.length / made.length).toBeLessThan(0.89)
})

test('events follow one another, nothing is known of the future, and the last event is the state', () => {
  for (const { at, events, state } of reports) {
    const times = [at, ...events.map((event) => event.at)]
    expect(times).toEqual(times.toSorted((a, b) => a - b))
    expect(times.at(-1)).toBeLessThan(end)
    expect(state).toBe(events.at(-1)?.kind ?? 'open')
    // Only what was answered can be reopened or settled.
    expect(['answered', undefined]).toContain(events[0]?.kind)
  }
  const states = new Set(reports.map(({ state }) => state))
  expect([...states].toSorted()).toEqual(['answered', 'open', 'reopened', 'settled'])
  expect(
    reports.filter(({ events }) => events.some(({ kind }) => kind === 'reopened')).length,
  ).toBeGreaterThan(60)
})

test('an answer fits its report: a door was opened or open, a dispenser fixed', () => {
  const pairs = reports.flatMap(({ kind, events }) =>
    events.flatMap((event) => (event.kind === 'answered' ? [{ ...event, of: kind }] : [])),
  )
  expect(pairs.filter(({ words }) => words === '')).toEqual([])
  for (const { of, answer } of pairs) {
    expect(of === 'locked' ? ['opened', 'was-open', 'will-fix'] : ['fixed', 'will-fix', 'not-so']).toContain(
      answer,
    )
  }
})

test('nobody waits for an answer longer than 24 days', () => {
  const waiting = reports.filter(({ events }) => events.length === 0)
  expect(waiting.length).toBeGreaterThan(0)
  expect(waiting.filter(({ at }) => at < end - 24 * 86_400)).toEqual([])
})

test('people report a locked door while it should be open', () => {
  const atClosed = reports.filter(({ station, at }) => {
    const hours = stations[station]?.hours
    return hours === undefined || !openStateAt(hours, new Date(at * 1000)).open
  })
  expect(atClosed).toEqual([])
})

test('planted traits show in the records', () => {
  const noon = withTrait('locked-at-noon')
  const atNoon = noon.filter(
    ({ kind, at }) => kind === 'locked' && minuteOfDay(at) >= 720 && minuteOfDay(at) < 840,
  )
  expect(atNoon.length / noon.length).toBeGreaterThan(0.7)
  const broken = withTrait('broken-dispenser')
  expect(broken.filter(({ kind }) => kind === 'broken').length / broken.length).toBeGreaterThan(0.7)
  const silent = withTrait('does-not-answer')
  const late = silent.filter(({ at, events }) => (events[0]?.at ?? Infinity) - at > 9 * 86_400)
  expect(late.length / silent.length).toBeGreaterThan(0.25)
})

test('a proof says what it had: a scanned code has its age, a position its distance', () => {
  for (const { proof, scannedSecondsBefore, metresAway } of reports) {
    expect(scannedSecondsBefore !== undefined).toBe(proof.startsWith('code'))
    expect(metresAway !== undefined).toBe(proof.endsWith('position'))
    expect(scannedSecondsBefore ?? 0).toBeLessThan(600)
  }
})

test('a complaint names only what stands there', () => {
  const about = reports.filter(({ facility }) => facility !== null)
  expect(about.length).toBeGreaterThan(300)
  for (const { station, facility } of about) expect(stations[station]?.facilities).toContain(facility)
})

test('the roster to try the import with has forty lines and each kind of fault once', () => {
  const { rows, faults } = makeDemoRoster({ seed: 1, today, city: pingdingshan, stations })
  expect(rows).toHaveLength(42)
  expect(new Set(rows.map((row) => row.length))).toEqual(new Set([12]))
  expect(faults.map(({ fault }) => fault)).toEqual(Object.keys(rosterFaults))
  const cell = (fault: string, heading: string) => {
    const row = rows[(faults.find((each) => each.fault === fault)?.row ?? 0) - 1]
    return row?.[rows[1]?.indexOf(heading) ?? -1]
  }
  expect(cell('swapped-coordinates', '经纬度')).toMatch(/^3[34]\.\d+,11[23]\.\d+$/)
  expect(cell('masked-phone', '联系电话')).toMatch(/^199\*{4}\d{4}$/)
  expect(cell('full-width-digits', '联系电话')).toMatch(/^[０-９]{11}$/)
  expect(cell('no-name', '站点名称')).toBe('')
  expect(cell('wgs-84', '坐标系')).toBe('WGS-84')
})
