import { useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { makeParagraphChecker } from '../../rules/drafts/check-paragraph.ts'
import type { Catalogue } from '../../rules/drafts/catalogue.ts'
import type { DraftContent } from '../../shapes-drafts.ts'
import type { Marked } from './editor/findings.ts'
import { makeEditor, type DraftEditor } from './editor/make-editor.ts'
import { toText } from './editor/text-model.ts'

/** The list beside the text follows this much behind the keys. */
const LIST_AFTER_MS = 120

export type Seen = { readonly findings: readonly Marked[]; readonly caret: number }

type Wish = {
  /** Where on the page it stands, and who acts on it. */
  readonly holder: RefObject<HTMLDivElement | null>
  readonly onReady: (editor: DraftEditor | null) => void
  readonly content: DraftContent
  readonly catalogue: Catalogue
  readonly isReadOnly: boolean
  readonly label: string
  readonly describedBy: string
  readonly onWritten: () => void
  readonly onAct: () => void
}

/** The editor in its place on the page, made once; what it finds comes back as plain data. */
export function useEditor(wish: Wish): Seen {
  const { holder } = wish
  const editor = useRef<DraftEditor>(null)
  const [seen, setSeen] = useState<Seen>({ findings: [], caret: 0 })
  const checker = useMemo(() => makeParagraphChecker(wish.catalogue), [wish.catalogue])
  const latest = useRef(wish)
  useEffect(() => {
    latest.current = wish
  })

  useEffect(() => {
    const { content, isReadOnly, label, describedBy } = latest.current
    let waiting: ReturnType<typeof setTimeout> | undefined
    const made = makeEditor({
      parent: holder.current!,
      ...toText(content.paragraphs),
      checker: makeParagraphChecker(latest.current.catalogue),
      isReadOnly,
      label,
      describedBy,
      onStep: (by) => step(made, by),
      onAct: () => latest.current.onAct(),
      onChange: ({ isWritten }) => {
        clearTimeout(waiting)
        // Where only the caret moved the list goes along at once: its buttons act on what stands there.
        if (!isWritten) return look()
        latest.current.onWritten()
        waiting = setTimeout(look, LIST_AFTER_MS)
      },
    })
    const look = () => setSeen({ findings: made.findings(), caret: made.caret() })
    editor.current = made
    latest.current.onReady(made)
    look()
    return () => {
      clearTimeout(waiting)
      made.destroy()
      editor.current = null
    }
  }, [holder])

  useEffect(() => editor.current?.setChecker(checker), [checker])
  useEffect(() => editor.current?.setReadOnly(wish.isReadOnly), [wish.isReadOnly])
  return seen
}

/** To the finding behind the caret, or before it; from the last one on to the first. */
function step(made: DraftEditor, by: 1 | -1): void {
  const all = made.findings()
  const at = made.caret()
  const next =
    by === 1
      ? (all.find(({ from }) => from >= at) ?? all[0])
      : (all.findLast(({ to }) => to < at) ?? all.at(-1))
  if (next !== undefined) made.select(next.from, next.to)
}
