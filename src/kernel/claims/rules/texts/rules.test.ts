import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { KnownFigure } from '../drafts/known-figure.ts'
import { refill } from '../drafts/refill.ts'
import { changesBetween, type Piece } from './changes.ts'

const letters = fc.string({ unit: fc.constantFrom(...'建成驿站家，。12,3 '), maxLength: 24 })
const paragraphs = fc.array(letters, { maxLength: 8 })
const joined = (pieces: readonly Piece[], without: Piece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

test('the pieces of a change are the words before and the words after, and nothing else', () => {
  fc.assert(
    fc.property(paragraphs, paragraphs, (before, after) => {
      const changed = changesBetween(before, after)
      const kept = (all: readonly string[], without: Piece['kind']) => {
        const rest = changed.map((pieces) => joined(pieces, without)).filter((text) => text !== '')
        // What is not named as changed stands in both, in the same order.
        return all
          .filter((text) => text !== '')
          .filter((text) => {
            const at = rest.indexOf(text)
            if (at === -1) return true
            rest.splice(at, 1)
            return false
          })
      }
      expect(kept(before, 'added').length).toBe(kept(after, 'removed').length)
    }),
    { numRuns: 300 },
  )
})

test('a number changes whole, and a text that is the same changes nowhere', () => {
  expect(changesBetween(['共301家。', '不变'], ['共302家。', '不变'])).toEqual([
    [
      { kind: 'same', text: '共' },
      { kind: 'removed', text: '301' },
      { kind: 'added', text: '302' },
      { kind: 'same', text: '家。' },
    ],
  ])
  fc.assert(
    fc.property(paragraphs, (same) => {
      expect(changesBetween(same, same)).toEqual([])
    }),
  )
})

const figure: KnownFigure = {
  key: 'stations.total',
  title: { zh: '建成驿站', en: 'Stations' },
  unit: { zh: '家', en: 'stations' },
  dimension: 'places',
  value: 1301,
  numerator: null,
  denominator: null,
  inTens: false,
  asOf: '2026-11-23',
  earlier: [],
}

test('live fields are filled anew, and every place still stands where its words are', () => {
  const known = new Map([[figure.key, figure]])
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ before: letters, words: fc.stringMatching(/^[0-9]{1,6}家$/), live: fc.boolean() }),
        { maxLength: 5 },
      ),
      letters,
      (runs, tail) => {
        let text = ''
        const numbers = runs.map(({ before, words, live }) => {
          const start = text.length + before.length
          text += before + words
          return { start, end: text.length, live, bound: { figure: figure.key, asOf: '2026-01-01' } }
        })
        const [filled] = refill([{ text: text + tail, numbers }], known)
        for (const [at, { start, end, live, bound }] of filled!.numbers.entries()) {
          expect(filled!.text.slice(start, end)).toBe(live ? '1,301家' : runs[at]!.words)
          expect(bound).toMatchObject({ asOf: live ? '2026-11-23' : '2026-01-01' })
        }
        expect(filled!.text.endsWith(tail)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})
