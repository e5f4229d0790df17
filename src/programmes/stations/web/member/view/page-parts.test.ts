import { describe, expect, it } from 'vitest'
import type { OpeningHours } from '#programmes/stations/rules/opening-hours-schema.ts'
import { readAnnouncement, type Announcement } from './announcement.ts'
import { cameraOf } from './camera.ts'
import { judgeNearness } from './is-near.ts'
import { minutesAndSeconds } from './countdown.ts'
import { hoursTable } from './hours-table.ts'
import { mapLinks, placeAsText } from './map-links.ts'

describe('hoursTable', () => {
  const days = [1, 2, 3, 4, 5, 6, 7]
  const hours: OpeningHours = {
    seasons: [
      { label: '夏季', from: '05-01', to: '09-30', weekly: [{ days, from: '07:30', to: '19:00' }] },
      {
        weekly: [
          { days: [1, 2, 3, 4, 5], from: '08:00', to: '12:00' },
          { days: [1, 2, 3, 4, 5], from: '20:00', to: '02:00', nextDay: true },
        ],
      },
    ],
    exceptions: [
      { date: '2026-11-01', spans: [] },
      { date: '2027-01-01', spans: [], note: '元旦' },
      { date: '2026-11-25', spans: [{ from: '09:00', to: '10:00' }] },
    ],
  }
  const on = (day: string) => hoursTable(hours, new Date(`${day}T12:00+08:00`))

  it('shows the season that holds first and the others after it', () => {
    const winter = on('2026-11-23')
    expect(winter.current[0]?.zh).toBe('其余日期')
    expect(winter.others[0]?.[0]?.zh).toContain('夏季')
    expect(on('2026-07-01').current[0]?.zh).toContain('夏季')
  })

  it('says today in one line, with the next morning and with an announced day', () => {
    expect(on('2026-11-23').today.zh).toBe('8:00–12:00、20:00–次日2:00')
    expect(on('2026-11-22').today.zh).toBe('休息')
    expect(on('2026-11-25').today.zh).toBe('9:00–10:00')
  })

  it('lists coming days that differ, the nearest first, none that is past or far', () => {
    const { exceptions } = on('2026-11-23')
    expect(exceptions.map(({ isSoon }) => isSoon)).toEqual([true, false])
    expect(exceptions[1]?.text.zh).toContain('元旦')
    expect(on('2026-10-01').exceptions).toHaveLength(2)
  })
})

describe('mapLinks', () => {
  const place = { name: '湖滨路驿站 & 书屋', address: '湖滨路1号', longitude: 113.3, latitude: 33.74 }
  const [amap, tencent, baidu] = mapLinks(place).map(({ href }) => new URL(href))

  it('gives each service its own order of coordinates, all in GCJ-02', () => {
    expect(amap?.searchParams.get('to')).toBe('113.3,33.74,湖滨路驿站 & 书屋')
    expect(amap?.searchParams.get('coordinate')).toBe('gaode')
    expect(tencent?.searchParams.get('tocoord')).toBe('33.74,113.3')
    expect(baidu?.searchParams.get('location')).toBe('33.74,113.3')
    expect(baidu?.searchParams.get('coord_type')).toBe('gcj02')
  })

  it('can be pasted where there is no app', () => {
    expect(placeAsText(place)).toBe('湖滨路驿站 & 书屋\n湖滨路1号\n113.300000,33.740000（GCJ-02）')
  })
})

describe('readAnnouncement', () => {
  const draft: Announcement = {
    date: '2026-12-01',
    how: 'hours',
    from: '09:00',
    to: '12:00',
    isNextDay: false,
    note: ' 检修 ',
  }

  it('reads a closed day, other hours, and hours past midnight', () => {
    expect(readAnnouncement({ ...draft, how: 'closed' })).toEqual({
      input: { date: '2026-12-01', spans: [], note: '检修' },
    })
    expect(readAnnouncement(draft)).toMatchObject({ input: { spans: [{ from: '09:00', to: '12:00' }] } })
    expect(readAnnouncement({ ...draft, from: '20:00', to: '02:00', isNextDay: true })).toMatchObject({
      input: { spans: [{ from: '20:00', to: '02:00', nextDay: true }] },
    })
    expect(readAnnouncement({ ...draft, to: '00:00' })).toMatchObject({
      input: { spans: [{ from: '09:00', to: '24:00' }] },
    })
  })

  it('names what is wrong', () => {
    expect(readAnnouncement({ ...draft, date: '' })).toEqual({ fault: 'day-missing' })
    expect(readAnnouncement({ ...draft, to: '08:00' })).toEqual({ fault: 'times-wrong' })
    expect(readAnnouncement({ ...draft, isNextDay: true })).toEqual({ fault: 'times-wrong' })
  })
})

describe('cameraOf', () => {
  const drawing = { width: 1000, height: 1200, frame: { west: 112, east: 114, south: 33, north: 35 } }

  it('looks at the middle of the screen at the scale of the drawing', () => {
    const { center, zoom } = cameraOf(drawing, { scale: 0.5, x: 0, y: 0 }, { width: 500, height: 600 })
    expect(center).toEqual([113, 34])
    expect((512 * 2 ** zoom) / 360).toBeCloseTo(250, 6)
  })
})

describe('judgeNearness', () => {
  const station = { longitude: 113.3, latitude: 33.74 }
  const at = (metresNorth: number, accuracyMetres: number) => ({
    point: { longitude: 113.3, latitude: 33.74 + metresNorth / 111_195 },
    received: { accuracyMetres },
  })

  it('counts the error of the phone, up to where any place would be near', () => {
    expect(judgeNearness(station, at(140, 0)).isNear).toBe(true)
    expect(judgeNearness(station, at(200, 10)).isNear).toBe(false)
    expect(judgeNearness(station, at(200, 60)).isNear).toBe(true)
    expect(judgeNearness(station, at(600, 5_000)).isNear).toBe(false)
  })
})

it('counts down in minutes and seconds', () => {
  expect([600, 61, 9].map(minutesAndSeconds)).toEqual(['10:00', '1:01', '0:09'])
})
