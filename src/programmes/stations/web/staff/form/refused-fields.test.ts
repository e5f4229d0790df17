import { describe, expect, it } from 'vitest'
import { Failure } from '#platform/failures.ts'
import { doubtsOf, refusedFields, withConfirmed } from './refused-fields.ts'

const text = (zh: string) => ({ zh, en: zh })
const refusal = (code: string, fields: string[]) =>
  new Failure(
    422,
    code,
    text('有问题'),
    fields.map((field) => ({ field, reason: text(field) })),
  )

describe('doubtsOf', () => {
  const fields = ['confirmed.near-edge', 'confirmed.duplicate:410402-0017-D']
  const doubts = doubtsOf(refusal('needs-confirmation', fields))

  it('lists what is to be confirmed, by the key the server reads', () => {
    expect(doubts.map(({ key, stationCode }) => [key, stationCode])).toEqual([
      ['near-edge', undefined],
      ['duplicate:410402-0017-D', '410402-0017-D'],
    ])
  })

  it('sees no doubt in any other refusal', () => {
    expect(doubtsOf(refusal('invalid-input', fields))).toEqual([])
  })

  it('adds to what was confirmed before, each once', () => {
    expect(withConfirmed(['near-edge'], doubts)).toEqual(['near-edge', 'duplicate:410402-0017-D'])
  })
})

describe('refusedFields', () => {
  it('puts each problem at the field of the form that it is about', () => {
    const paths = [
      'draft.location',
      'draft.hours.exceptions.0.spans.0.to',
      'draft.hours.seasons.0',
      'reason',
      'version',
    ]
    const { errors, others } = refusedFields(refusal('invalid-input', paths))
    expect(Object.keys(errors)).toEqual(['location', 'exceptions', 'hours', 'reason'])
    expect(others.map(({ zh }) => zh)).toEqual(['version'])
  })

  it('says the refusal itself where it names no field', () => {
    expect(refusedFields(refusal('plate-clash', [])).others.map(({ zh }) => zh)).toEqual(['有问题'])
  })
})
