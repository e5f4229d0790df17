import { invertedEffects } from '@codemirror/commands'
import {
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
  type EditorState,
  type Extension,
} from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Bound } from '../../../shapes-drafts.ts'
import type { Place } from './text-model.ts'

class BoundValue extends RangeValue {
  // What is typed right before or behind a bound number does not belong to it.
  override startSide = 1
  override endSide = -1
  readonly bound: Bound
  readonly live: boolean

  constructor(bound: Bound, live: boolean) {
    super()
    this.bound = bound
    this.live = live
  }

  override eq(other: RangeValue): boolean {
    return other instanceof BoundValue && other.live === this.live && other.bound === this.bound
  }
}

/** Binds one place of the text as it is after the change, in place of whatever was bound there; `bound` null unbinds. */
export const bindPlace = StateEffect.define<Omit<Place, 'bound'> & { readonly bound: Bound | null }>({
  map: (place, changes) => ({
    ...place,
    from: changes.mapPos(place.from, 1),
    to: changes.mapPos(place.to, -1),
  }),
})

/** All places anew: another version was put into the text. */
export const setPlaces = StateEffect.define<readonly Place[]>({
  map: (places, changes) =>
    places.map((place) => ({
      ...place,
      from: changes.mapPos(place.from, 1),
      to: changes.mapPos(place.to, -1),
    })),
})

const rangesOf = (places: readonly Place[]) =>
  RangeSet.of(
    places
      .filter(({ from, to }) => to > from)
      .map(({ from, to, bound, live }) => new BoundValue(bound, live).range(from, to)),
    true,
  )

export const boundField = StateField.define<RangeSet<BoundValue>>({
  create: () => RangeSet.empty,
  update(before, transaction) {
    let set = before.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (effect.is(setPlaces)) set = rangesOf(effect.value)
      if (!effect.is(bindPlace)) continue
      const { from, to, bound, live } = effect.value
      set = set.update({
        filter: (start, end) => end <= from || start >= to,
        add: bound === null || to <= from ? [] : [new BoundValue(bound, live).range(from, to)],
      })
    }
    return set
  },
})

/** The bound places between two offsets, in order. */
export function placesIn(state: EditorState, from = 0, to = state.doc.length): Place[] {
  const places: Place[] = []
  state.field(boundField).between(from, to, (start, end, { bound, live }) => {
    places.push({ from: start, to: end, bound, live })
  })
  return places
}

/** Undo gives back what was bound before. */
const undoable = invertedEffects.of((transaction) =>
  transaction.effects.some((effect) => effect.is(bindPlace) || effect.is(setPlaces))
    ? [setPlaces.of(placesIn(transaction.startState))]
    : [],
)

/** The caret steps over a live field, and a deletion takes it whole. */
const atomic = EditorView.atomicRanges.of((view) =>
  view.state.field(boundField).update({ filter: (_from, _to, { live }) => live }),
)

export const boundPlaces = (places: readonly Place[]): Extension => [
  boundField.init(() => rangesOf(places)),
  undoable,
  atomic,
]
