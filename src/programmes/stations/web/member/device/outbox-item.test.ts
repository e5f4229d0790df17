import { describe, expect, it } from 'vitest'
import { Failure } from '#platform/failures.ts'
import {
  afterFailure,
  isWaiting,
  mayBeSentAgain,
  readyToSend,
  UNDO_MS,
  type ReportItem,
  type VisitItem,
} from './outbox-item.ts'

const madeAt = Date.parse('2026-11-23T14:05+08:00')
const item: ReportItem = {
  key: 'k1',
  input: { code: '410402-0001-E', kind: 'locked', words: '', presence: 'token' },
  stationName: '驿站',
  madeAt,
  sendAfter: madeAt + UNDO_MS,
  isTried: false,
  refusal: null,
}
const refusal = (status: number) => new Failure(status, 'x', { zh: '不行', en: 'no' })

describe('isWaiting', () => {
  it('leaves time to take it back, and never sends what was refused', () => {
    expect(isWaiting(item, madeAt + UNDO_MS - 1)).toBe(false)
    expect(isWaiting(item, madeAt + UNDO_MS)).toBe(true)
    expect(isWaiting({ ...item, refusal: { zh: '不行', en: 'no' } }, madeAt + UNDO_MS)).toBe(false)
  })
})

describe('readyToSend', () => {
  it('goes out with when it was made, early or late', () => {
    expect(readyToSend(item)).toEqual({
      ...item,
      input: { ...item.input, madeAt: '2026-11-23T06:05:00.000Z' },
      isTried: true,
    })
  })

  it('never changes what the server may have seen under its key', () => {
    const tried = { ...item, isTried: true }
    expect(readyToSend(tried)).toBe(tried)
  })
})

describe('afterFailure', () => {
  it.each([
    ['no network', refusal(0)],
    ['busy', refusal(429)],
    ['broken', refusal(500)],
    ['a bug of ours', new TypeError('x')],
  ])('keeps the item and its key: %s', (_name, error) => {
    expect(afterFailure(item, error)).toBe(item)
  })

  it('shows a refusal to the person', () => {
    expect(afterFailure(item, refusal(404))).toMatchObject({ key: 'k1', refusal: { zh: '不行' } })
  })
})

describe('a visit', () => {
  const visit: VisitItem = {
    kind: 'visit',
    key: 'k2-of-a-visit-0001',
    input: {
      id: '0',
      key: 'k2-of-a-visit-0001',
      startedAt: '2026-11-23T01:00:00.000Z',
      endedAt: '2026-11-23T01:30:00.000Z',
      answers: { 'sign-shown': 'yes' },
      photos: [],
    },
    pictures: [],
    stationName: '驿站',
    madeAt,
    sendAfter: madeAt,
    isTried: false,
    refusal: null,
  }

  it('goes out as it was made, however late: it bears its own times', () => {
    expect(readyToSend(visit)).toEqual({ ...visit, isTried: true })
  })

  it('that met a colleague’s may be sent besides it; any other refusal is only shown', () => {
    const told = (code: string) =>
      afterFailure(visit, new Failure(409, code, { zh: '不行', en: 'no' })) as VisitItem
    expect(mayBeSentAgain(told('inspected-at-once'))).toBe(true)
    expect(mayBeSentAgain(told('already-inspected'))).toBe(false)
    expect(told('already-inspected').refusal).toEqual({ zh: '不行', en: 'no' })
  })
})
