import { describe, expect, it } from 'vitest'
import { Failure } from '#platform/failures.ts'
import { afterFailure, isWaiting, readyToSend, UNDO_MS, type OutboxItem } from './outbox-item.ts'

const madeAt = Date.parse('2026-11-23T14:05+08:00')
const item: OutboxItem = {
  key: 'k1',
  input: { code: '410402-0001-E', kind: 'locked', words: '', presence: 'token' },
  stationName: '驿站',
  madeAt,
  sendAfter: madeAt + UNDO_MS,
  presenceUntil: madeAt + 600_000,
  isTried: false,
  refusal: null,
}
const newKey = () => 'k2'
const refusal = (status: number, field?: string) =>
  new Failure(status, 'x', { zh: '不行', en: 'no' }, field ? [{ field, reason: { zh: '', en: '' } }] : [])

describe('isWaiting', () => {
  it('leaves time to take it back, and never sends what was refused', () => {
    expect(isWaiting(item, madeAt + UNDO_MS - 1)).toBe(false)
    expect(isWaiting(item, madeAt + UNDO_MS)).toBe(true)
    expect(isWaiting({ ...item, refusal: { zh: '不行', en: 'no' } }, madeAt + UNDO_MS)).toBe(false)
  })
})

describe('readyToSend', () => {
  it('goes out as it was made while the scan counts', () => {
    expect(readyToSend(item, madeAt + UNDO_MS)).toEqual({ ...item, isTried: true })
  })

  it('drops an expired scan before the first try, and says when it was made', () => {
    const late = readyToSend(item, madeAt + 3_600_000)
    expect(late.input).toEqual({
      code: '410402-0001-E',
      kind: 'locked',
      words: '（2026-11-23 14:05 反映，当时没有网络）',
    })
    expect(late.key).toBe('k1')
  })

  it('never changes what the server may have seen under its key', () => {
    const tried = { ...item, isTried: true }
    expect(readyToSend(tried, madeAt + 3_600_000)).toBe(tried)
  })

  it('keeps within the length that the contract takes', () => {
    const long = { ...item, input: { ...item.input, words: '字'.repeat(300) } }
    expect(readyToSend(long, madeAt + 3_600_000).input.words).toHaveLength(300)
  })
})

describe('afterFailure', () => {
  it.each([
    ['no network', refusal(0)],
    ['busy', refusal(429)],
    ['broken', refusal(500)],
    ['a bug of ours', new TypeError('x')],
  ])('keeps the item and its key: %s', (_name, error) => {
    expect(afterFailure(item, error, newKey)).toEqual({ kind: 'keep' })
  })

  it('sends again without a proof that was refused, as another command', () => {
    const outcome = afterFailure({ ...item, isTried: true }, refusal(422, 'presence'), newKey)
    expect(outcome).toMatchObject({ kind: 'change', item: { key: 'k2', isTried: false, refusal: null } })
    expect(outcome.kind === 'change' && 'presence' in outcome.item.input).toBe(false)
  })

  it('shows any other refusal to the person', () => {
    expect(afterFailure(item, refusal(404), newKey)).toMatchObject({
      kind: 'change',
      item: { key: 'k1', refusal: { zh: '不行' } },
    })
  })
})
