import { describe, expect, it } from 'vitest'
import type { StationDraft } from '../types.ts'
import { compareDrafts, isDecided, mergeValues, settledChoices } from './conflict.ts'
import { readValues, valuesOf } from './station-values.ts'

const opened: StationDraft = {
  name: '建设路爱心驿站',
  adcode: '410402',
  address: '建设路 88 号',
  location: { longitude: 113.301234, latitude: 33.741234, datum: 'WGS-84' },
  hours: {
    seasons: [{ weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '18:00' }] }],
    exceptions: [],
  },
  facilities: ['water', 'seats'],
  otherFacilities: [],
  hostUnit: '建设路街道',
  phone: '',
  level: 'ordinary',
  openedOn: '2020-05-01',
}

describe('two people and one station', () => {
  const mine: StationDraft = {
    ...opened,
    address: '建设路 90 号',
    phone: '0375-2345678',
    facilities: ['seats', 'water'],
  }
  const theirs: StationDraft = {
    ...opened,
    address: '建设路 92 号',
    level: 'municipal',
    hours: { ...opened.hours, exceptions: [{ date: '2026-10-01', spans: [], note: '国庆' }] },
  }
  const differences = compareDrafts(opened, mine, theirs)

  it('names what differs and who moved, and not what reads alike', () => {
    expect(differences.map(({ field, changedBy }) => [field, changedBy])).toEqual([
      ['address', 'both'],
      ['exceptions', 'them'],
      ['phone', 'me'],
      ['level', 'them'],
    ])
  })

  it('settles what one side touched and leaves to a person what both did', () => {
    const choices = settledChoices(differences)
    expect(choices).toEqual({ exceptions: 'theirs', phone: 'mine', level: 'theirs' })
    expect(isDecided(differences, choices)).toBe(false)
    expect(isDecided(differences, { ...choices, address: 'mine' })).toBe(true)
  })

  it('merges field by field, so that nobody loses anything', () => {
    const choices = { ...settledChoices(differences), address: 'mine' } as const
    const merged = readValues(mergeValues(valuesOf(mine), theirs, choices), theirs)
    expect(merged).toMatchObject({
      ok: true,
      draft: {
        address: '建设路 90 号',
        phone: '0375-2345678',
        level: 'municipal',
        hours: { exceptions: [{ date: '2026-10-01', spans: [], note: '国庆' }] },
      },
    })
  })

  it('keeps a place and its datum together', () => {
    const moved: StationDraft = {
      ...opened,
      location: { longitude: 113.31, latitude: 33.75, datum: 'GCJ-02' },
    }
    const values = mergeValues(valuesOf(opened), moved, { location: 'theirs' })
    expect(values).toMatchObject({ location: '113.31, 33.75', datum: 'GCJ-02' })
    expect(mergeValues(valuesOf(opened), moved, { location: 'mine' })).toEqual(valuesOf(opened))
  })
})
