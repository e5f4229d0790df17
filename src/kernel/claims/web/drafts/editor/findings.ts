import {
  Facet,
  StateEffect,
  StateField,
  type EditorState,
  type Range,
  type Transaction,
} from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'
import type { ParagraphChecker } from '../../../rules/drafts/check-paragraph.ts'
import type { Finding } from '../../../rules/drafts/finding.ts'
import { bindPlace, boundField, placesIn, setPlaces } from './bound-places.ts'

export type Marked = { readonly from: number; readonly to: number; readonly finding: Finding }

/** Another catalogue came, or another tolerance: everything is judged anew. */
export const setChecker = StateEffect.define<ParagraphChecker>()

const firstChecker = Facet.define<ParagraphChecker, ParagraphChecker>({
  combine: (values) => values[0] ?? (() => []),
})

const checkerField = StateField.define<ParagraphChecker>({
  create: (state) => state.facet(firstChecker),
  update: (checker, { effects }) => effects.findLast((effect) => effect.is(setChecker))?.value ?? checker,
})

/** What was found, as marks on the text. After a change only the lines that it touched are checked again. */
const findingsField = StateField.define<DecorationSet>({
  create: (state) => Decoration.set(marksIn(state, 0, state.doc.length)),
  update(before, transaction) {
    const { state } = transaction
    if (transaction.effects.some((effect) => effect.is(setChecker) || effect.is(setPlaces)))
      return Decoration.set(marksIn(state, 0, state.doc.length))
    const touched = linesTouched(transaction)
    let set = before.map(transaction.changes)
    for (const [from, to] of touched)
      set = set.update({ filterFrom: from, filterTo: to, filter: () => false, add: marksIn(state, from, to) })
    return set
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** From where to where lines were written or bound, in the text as it is now. */
function linesTouched({ state, changes, effects }: Transaction): [number, number][] {
  const touched: [number, number][] = []
  const add = (from: number, to: number) =>
    touched.push([state.doc.lineAt(from).from, state.doc.lineAt(to).to])
  changes.iterChangedRanges((_fromA, _toA, from, to) => add(from, to))
  for (const effect of effects) if (effect.is(bindPlace)) add(effect.value.from, effect.value.to)
  return touched
}

function marksIn(state: EditorState, from: number, to: number): Range<Decoration>[] {
  const check = state.field(checkerField)
  const marks: Range<Decoration>[] = []
  for (let at = from; at <= to;) {
    const line = state.doc.lineAt(at)
    const numbers = placesIn(state, line.from, line.to)
      .filter((place) => place.from >= line.from && place.to <= line.to)
      .map(({ bound, live, ...place }) => ({
        start: place.from - line.from,
        end: place.to - line.from,
        bound,
        live,
      }))
    for (const finding of check(line.text, numbers))
      marks.push(markOf(finding).range(line.from + finding.start, line.from + finding.end))
    at = line.to + 1
  }
  return marks
}

const markOf = (finding: Finding) =>
  Decoration.mark({
    class: 'draft-mark',
    attributes: { 'data-mark': finding.mark, ...(finding.live && { 'data-live': 'true' }) },
    finding,
  })

/** Every finding of the text, in order. */
export function findingsOf(state: EditorState): Marked[] {
  const found: Marked[] = []
  state.field(findingsField).between(0, state.doc.length, (from, to, { spec }) => {
    found.push({ from, to, finding: (spec as { finding: Finding }).finding })
  })
  return found
}

export const findings = (checker: ParagraphChecker) => [
  firstChecker.of(checker),
  boundField,
  checkerField,
  findingsField,
]
