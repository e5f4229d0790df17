import { expect, test } from 'vitest'

import { SPACING_METRES } from '#programmes/stations/server/demo/ground.ts'
import { makeDemoStations } from '#programmes/stations/server/demo/make-demo-stations.ts'
import { traitCounts } from '#programmes/stations/server/demo/planted.ts'
import { openingHoursSchema } from '#programmes/stations/rules/opening-hours-schema.ts'

import { judgeEnvelope } from '#kernel/city/server/city.ts'
import { pingdingshan } from '#kernel/city/drawing/pingdingshan.ts'
import { metresBetween, ringContains } from '#kernel/city/server/ring.ts'

const today = '2026-11-23'
const stations = makeDemoStations({ seed: 1, today, city: pingdingshan })

const counted = (keys: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, group]) => [key, group.length]))

// The page's day, a leap day and days long after: the story ends on whatever day it is loaded.
test.each([
  [1, '2024-03-28'],
  [2, '2028-02-29'],
  [3, '2031-01-01'],
])('seed %i on %s gives 301 stations, 23 national best, in all districts', (seed, day) => {
  const made = makeDemoStations({ seed, today: day, city: pingdingshan })
  expect(made).toHaveLength(301)
  expect(made.filter(({ honour }) => honour?.level === 'national-best')).toHaveLength(23)
  const districts = counted(made.map(({ districtAdcode }) => districtAdcode))
  expect(Object.keys(districts)).toHaveLength(pingdingshan.districts.length)
  expect(Math.min(...Object.values(districts))).toBeGreaterThanOrEqual(4)
  expect(made.filter(({ foundedOn }) => foundedOn < '2019-01-01' || foundedOn > day)).toEqual([])
})

test('the same wish gives the same stations, another seed gives others', () => {
  expect(makeDemoStations({ seed: 1, today, city: pingdingshan })).toEqual(stations)
  expect(makeDemoStations({ seed: 2, today, city: pingdingshan })).not.toEqual(stations)
})

test('every station stands in its district, on land, well inside the city', () => {
  const misplaced = stations.filter(({ districtAdcode, lng, lat }) => {
    const area = pingdingshan.districts.find(({ adcode }) => adcode === districtAdcode)?.area ?? []
    const wet = pingdingshan.lakes.some((lake) => ringContains(lake, lng, lat))
    return wet || !ringContains(area, lng, lat) || judgeEnvelope(pingdingshan, lng, lat) === 'outside'
  })
  expect(misplaced).toEqual([])
})

test('no two stations are so near that the import would ask', () => {
  const near = stations.flatMap((a, index) =>
    stations
      .slice(index + 1)
      .filter((b) => metresBetween([a.lng, a.lat], [b.lng, b.lat]) < SPACING_METRES * 0.999),
  )
  expect(near).toEqual([])
})

test('names and phones are used once, and phones have the shape of a mobile number', () => {
  expect(new Set(stations.map(({ name }) => name)).size).toBe(301)
  expect(new Set(stations.map(({ keeper }) => keeper.phone)).size).toBe(301)
  expect(stations.filter(({ keeper }) => !/^1990000\d{4}$/.test(keeper.phone))).toEqual([])
  expect(stations.filter(({ name, address }) => /[{}]/.test(name + address))).toEqual([])
})

test('hours hold to the schema and come in every manner: seasons, weekdays, all day, past midnight, holidays', () => {
  for (const { hours } of stations) expect(openingHoursSchema.parse(hours)).toEqual(hours)
  const spans = stations.flatMap(({ hours }) => hours.seasons.flatMap(({ weekly }) => weekly))
  expect(stations.some(({ hours }) => hours.seasons.length === 2)).toBe(true)
  expect(stations.some(({ hours }) => hours.exceptions.some(({ note }) => note === '春节休息'))).toBe(true)
  expect(spans.some(({ to }) => to === '24:00')).toBe(true)
  expect(spans.some(({ nextDay }) => nextDay === true)).toBe(true)
  expect(spans.some(({ days }) => days.length === 5)).toBe(true)
})

test('numbers follow the order of founding, and an honour comes after the founding', () => {
  expect(stations.map(({ seq }) => seq)).toEqual(Array.from({ length: 301 }, (_, index) => index + 1))
  expect(stations.map(({ foundedOn }) => foundedOn)).toEqual(
    stations.map(({ foundedOn }) => foundedOn).toSorted(),
  )
  expect(
    stations.filter(({ honour, foundedOn }) => honour && (honour.on <= foundedOn || honour.on > today)),
  ).toEqual([])
})

test('42 stations carry a planted trait, each as often as said, and none of them is honoured', () => {
  expect(counted(stations.flatMap(({ traits }) => traits))).toEqual(traitCounts)
  expect(Object.values(traitCounts).reduce((sum, count) => sum + count, 0)).toBe(42)
  expect(stations.filter(({ traits, honour }) => traits.length > 0 && honour)).toEqual([])
})
