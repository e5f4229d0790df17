import { describe, expect, it } from 'vitest'
import type { OpeningHours } from '#programmes/stations/rules/opening-hours-schema.ts'
import type { MapStation, StationList } from '../types.ts'
import { originOf } from './origin.ts'
import { rankStations, type StationWish } from './rank-stations.ts'

const now = new Date('2026-11-23T12:00+08:00')
const hoursOf = (from: string, to: string): OpeningHours => ({
  seasons: [{ weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from, to }] }],
  exceptions: [],
})
const open = hoursOf('08:00', '18:00')
const closed = hoursOf('20:00', '22:00')
const here = { longitude: 113.3, latitude: 33.74 }

const station = (code: string, metresNorth: number, part: Partial<MapStation> = {}): MapStation => ({
  code,
  name: `驿站${code}`,
  adcode: '410402',
  address: '建设路１２号',
  longitude: here.longitude,
  latitude: here.latitude + metresNorth / 111_195,
  facilities: ['water'],
  level: 'ordinary',
  hours: open,
  openProbability: null,
  ...part,
})

const list = (...stations: MapStation[]): StationList => ({ asOf: now.toISOString(), stations })
const wish: StationWish = { from: here, now, openOnly: false, facilities: [], search: '' }
const codes = (given: StationList, part: Partial<StationWish> = {}) =>
  rankStations(given, { ...wish, ...part }).map((ranked) => ranked.station.code)

describe('rankStations', () => {
  it('puts an open door far away before a doubtful one, and that before a closed one near by', () => {
    const all = list(
      station('near-closed', 50, { hours: closed }),
      station('middle-doubtful', 100, { openProbability: 0.2 }),
      station('far-open', 2_000),
      station('nearer-open', 900),
    )
    expect(codes(all)).toEqual(['nearer-open', 'far-open', 'middle-doubtful', 'near-closed'])
    expect(codes(all, { openOnly: true })).toEqual(['nearer-open', 'far-open'])
  })

  it('measures great-circle metres from where the person is', () => {
    const [first] = rankStations(list(station('a', 320)), wish)
    expect(first?.metres).toBeGreaterThan(318)
    expect(first?.metres).toBeLessThan(322)
    expect(rankStations(list(station('a', 320)), { ...wish, from: null })[0]?.metres).toBeNull()
  })

  it('asks for every facility, not for any', () => {
    const all = list(station('a', 1), station('b', 2, { facilities: ['water', 'microwave'] }))
    expect(codes(all, { facilities: ['water', 'microwave'] })).toEqual(['b'])
  })

  it('finds by name, road and code, whatever the width, case and spaces', () => {
    const all = list(station('410402-0001-E', 1), station('b', 2, { name: '湖滨 Park 驿站', address: '' }))
    expect(codes(all, { search: ' 12 号' })).toEqual(['410402-0001-E'])
    expect(codes(all, { search: 'ｐａｒｋ驿站' })).toEqual(['b'])
    expect(codes(all, { search: '0001-e' })).toEqual(['410402-0001-E'])
  })

  it('ranks five thousand without a pause', () => {
    const many = list(
      ...Array.from({ length: 5_000 }, (_, index) => station(`s${index}`, (index * 37) % 9_973)),
    )
    rankStations(many, wish)
    const start = performance.now()
    rankStations(many, wish)
    expect(performance.now() - start).toBeLessThan(200)
  })
})

describe('originOf', () => {
  const drawing = {
    width: 1000,
    height: 1000,
    frame: { west: 112, east: 114, south: 33, north: 35 },
    views: { centre: { x: 400, y: 400, width: 200, height: 200 } },
  }

  it('prefers the chosen district, then the person, then the middle of the city', () => {
    const district = { longitude: 113.5, latitude: 33.3 }
    expect(originOf(here, district, drawing)).toMatchObject({ kind: 'district', from: district })
    expect(originOf(here, null, drawing)).toMatchObject({ kind: 'me', from: here })
    expect(originOf(null, null, drawing)).toMatchObject({
      kind: 'city',
      from: { longitude: 113, latitude: 34 },
    })
    expect(originOf(null, null, null)).toMatchObject({ kind: 'city', from: null })
  })

  it('does not call a place in another province near', () => {
    const origin = originOf({ longitude: 116.4, latitude: 39.9 }, null, drawing)
    expect(origin.kind).toBe('city')
    expect(origin.farMetres).toBeGreaterThan(600_000)
  })
})
