import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { Compartment, EditorState } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import type { ParagraphChecker } from '../../../rules/drafts/check-paragraph.ts'
import type { Bound } from '../../../shapes-drafts.ts'
import { bindPlace, boundPlaces, placesIn, setPlaces } from './bound-places.ts'
import { findings, findingsOf, setChecker, type Marked } from './findings.ts'
import type { Place } from './text-model.ts'

export type EditorOptions = {
  readonly parent: HTMLElement
  readonly text: string
  readonly places: readonly Place[]
  readonly checker: ParagraphChecker
  readonly isReadOnly: boolean
  readonly label: string
  readonly describedBy: string
  /** After whatever changed the text, its findings or the caret. */
  readonly onChange: (change: { isWritten: boolean }) => void
  /** To the next finding (1) or the one before (-1). */
  readonly onStep: (by: 1 | -1) => void
  readonly onAct: () => void
}

export type DraftEditor = ReturnType<typeof makeEditor>

/** The editor of a text, and the few things that a page does with it. Offsets are UTF-16 units of the whole text. */
export function makeEditor(options: EditorOptions) {
  const access = new Compartment()
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        keymap.of([
          { key: 'F8', run: () => (options.onStep(1), true), shift: () => (options.onStep(-1), true) },
          { key: 'Alt-Enter', run: () => (options.onAct(), true) },
          ...historyKeymap,
          ...defaultKeymap,
        ]),
        history(),
        EditorView.lineWrapping,
        boundPlaces(options.places),
        findings(options.checker),
        access.of(accessOf(options.isReadOnly)),
        EditorView.contentAttributes.of({
          'aria-label': options.label,
          'aria-describedby': options.describedBy,
          lang: 'zh-CN',
          spellcheck: 'false',
        }),
        EditorView.updateListener.of((update) => {
          const isBound = update.transactions.some(({ effects }) =>
            effects.some((effect) => effect.is(bindPlace) || effect.is(setPlaces)),
          )
          const isChecked = update.transactions.some(({ effects }) => effects.some((e) => e.is(setChecker)))
          if (update.docChanged || isBound || isChecked || update.selectionSet)
            options.onChange({ isWritten: update.docChanged || isBound })
        }),
      ],
    }),
  })
  return {
    text: () => view.state.doc.toString(),
    places: () => placesIn(view.state),
    findings: (): Marked[] => findingsOf(view.state),
    caret: () => view.state.selection.main.head,
    focus: () => view.focus(),
    setChecker: (checker: ParagraphChecker) => view.dispatch({ effects: setChecker.of(checker) }),
    setReadOnly: (isReadOnly: boolean) =>
      view.dispatch({ effects: access.reconfigure(accessOf(isReadOnly)) }),
    /** Puts the caret on a place and shows it. */
    select: (from: number, to: number) =>
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      }),
    bind: (from: number, to: number, bound: Bound | null) =>
      view.dispatch({ effects: bindPlace.of({ from, to, bound, live: false }) }),
    /** Writes words over a place and binds them, in one step that one undo takes back. */
    write: (from: number, to: number, words: string, binding: { bound: Bound; live: boolean }) =>
      view.dispatch({
        changes: { from, to, insert: words },
        effects: bindPlace.of({ from, to: from + words.length, ...binding }),
        selection: { anchor: from + words.length },
      }),
    replaceAll: (text: string, places: readonly Place[]) =>
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        effects: setPlaces.of(places),
      }),
    destroy: () => view.destroy(),
  }
}

const accessOf = (isReadOnly: boolean) => [
  EditorState.readOnly.of(isReadOnly),
  EditorView.editable.of(!isReadOnly),
]
