import { describe, expect, it } from 'vitest'
import type { StationDraft } from '../types.ts'
import { readDayTimes } from './exception-values.ts'
import { emptyValues, readValues, valuesOf } from './station-values.ts'

const draft: StationDraft = {
  name: '湛河堤爱心驿站',
  adcode: '410411',
  address: '湛河北路 3 号',
  location: { longitude: 113.29999999, latitude: 33.73, datum: 'WGS-84' },
  hours: {
    seasons: [
      {
        label: '夏季',
        from: '05-01',
        to: '09-30',
        weekly: [{ days: [1, 2, 3, 4, 5], from: '07:30', to: '19:00' }],
      },
      { weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '20:00', to: '02:00', nextDay: true }] },
    ],
    exceptions: [{ date: '2027-02-06', spans: [{ from: '09:00', to: '12:00' }], note: '除夕' }],
  },
  facilities: ['water'],
  otherFacilities: ['针线包', '雨伞'],
  hostUnit: '',
  phone: '',
  level: 'county',
  openedOn: null,
}

describe('readValues', () => {
  it('gives back what was opened, to the last decimal, where nothing was touched', () => {
    expect(readValues(valuesOf(draft), draft)).toEqual({ ok: true, draft })
  })

  it('reads the same draft from its words alone, but for decimals nobody can stand on', () => {
    const read = readValues(valuesOf(draft))
    expect(read).toEqual({ ok: true, draft: { ...draft, location: { ...draft.location, longitude: 113.3 } } })
  })

  it('reads hours and places as people write them', () => {
    const read = readValues(
      {
        ...valuesOf(draft),
        hours: '周一至周五 8:30-12:00，14:30-18:00；周末休息',
        location: '33.74，113.31',
      },
      draft,
    )
    expect(read.ok && read.draft.location).toEqual({ longitude: 113.31, latitude: 33.74, datum: 'WGS-84' })
    expect(read.ok && read.draft.hours.seasons[0]?.weekly[0]?.days).toEqual([1, 2, 3, 4, 5])
  })

  it('says of an empty form what is missing, in the order of the page', () => {
    const read = readValues(emptyValues)
    expect(read.ok ? [] : Object.keys(read.errors)).toEqual([
      'name',
      'adcode',
      'address',
      'location',
      'hours',
    ])
    expect(read.ok ? undefined : read.errors['name']?.zh).toBe('名称至少两个字')
  })

  it('names the day that differs and cannot be read', () => {
    const exceptions = [{ key: 'a', date: '2026-10-01', times: '18:00-9:00', note: '' }]
    const read = readValues({ ...valuesOf(draft), exceptions }, draft)
    expect(read.ok ? '' : read.errors['exceptions']?.zh).toMatch(/^2026-10-01：/)
  })

  it('refuses one day said twice', () => {
    const day = { date: '2026-10-01', times: '休息', note: '' }
    const read = readValues(
      {
        ...valuesOf(draft),
        exceptions: [
          { ...day, key: 'a' },
          { ...day, key: 'b' },
        ],
      },
      draft,
    )
    expect(read.ok ? '' : read.errors['exceptions']?.zh).toBe('2026-10-01 写了两次。')
  })
})

describe('readDayTimes', () => {
  it('takes nothing and 休息 as closed', () => {
    for (const words of ['', ' ', '休息', '关闭'])
      expect(readDayTimes(words)).toEqual({ ok: true, spans: [] })
  })

  it('takes times, and nothing that means other days', () => {
    expect(readDayTimes('9:00-12:00、14:00-17:00')).toMatchObject({
      ok: true,
      spans: [{ from: '09:00' }, { to: '17:00' }],
    })
    expect(readDayTimes('周一至周五 9:00-12:00')).toMatchObject({ ok: false })
  })
})
