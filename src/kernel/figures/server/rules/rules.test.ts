import { expect, test } from 'vitest'
import { canonicalLine, publicationDigest, type FrozenLine } from './canonical.ts'
import { judge } from './verdict.ts'

const measured = { value: 301, numerator: null, denominator: null, records: 301, digest: 'a' }

test('a frozen value is judged by value, by records, and excused by a purge alone', () => {
  expect(judge(measured, { ...measured }, false)).toBe('same')
  expect(judge(measured, { ...measured }, true)).toBe('same')
  expect(judge(measured, { ...measured, value: 300 }, false)).toBe('value-differs')
  expect(judge(measured, { ...measured, digest: 'b' }, false)).toBe('records-differ')
  expect(judge(measured, { ...measured, value: 12, records: 12, digest: 'b' }, true)).toBe('digest-only')
  expect(judge(measured, undefined, true)).toBe('no-longer-declared')
})

test('cells cannot run into each other in the canonical form', () => {
  expect(canonicalLine('k', ['a,b', null])).not.toBe(canonicalLine('k', ['a', 'b', null]))
  expect(canonicalLine('k', ['1'])).not.toBe(canonicalLine('k', [1]))
})

test('a publication’s digest changes with every part, and not with the order of names in an object', () => {
  const head = {
    title: '年度数字',
    asOf: '2026-11-22',
    recordedUpTo: new Date(0),
    note: '',
    corrects: null,
    seal: { no: 7, digest: 'f' },
  }
  const line: FrozenLine = { ...measured, key: 'stations.total', declared: { unit: '家', title: '驿站' } }
  const digest = publicationDigest(head, [line])
  expect(publicationDigest(head, [{ ...line, declared: { title: '驿站', unit: '家' } }])).toBe(digest)
  const changed = [
    publicationDigest({ ...head, note: '更正' }, [line]),
    publicationDigest({ ...head, seal: null }, [line]),
    publicationDigest({ ...head, recordedUpTo: new Date(1) }, [line]),
    publicationDigest(head, [{ ...line, value: 302 }]),
    publicationDigest(head, [{ ...line, declared: { title: '驿站', unit: '座' } }]),
    publicationDigest(head, [line, line]),
  ]
  expect(new Set([digest, ...changed]).size).toBe(changed.length + 1)
})
