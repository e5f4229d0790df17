import { useCallback, useEffect, useId, useState, type RefObject } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { useText } from '#ui/i18n/language.tsx'
import type { claims } from '../../contract.ts'
import type { Catalogue } from '../../rules/drafts/catalogue.ts'
import { isRefilled, refill } from '../../rules/drafts/refill.ts'
import type { DraftContent } from '../../shapes-drafts.ts'
import type { HeadFields } from './draft-head.tsx'
import type { DraftEditor } from './editor/make-editor.ts'
import { toParagraphs, toText } from './editor/text-model.ts'
import { messages } from './messages.ts'
import { useAutosave } from './use-autosave.ts'
import { useEditor } from './use-editor.ts'

export type Draft = OutputOf<typeof claims.getDraft>

type Places = {
  readonly holder: RefObject<HTMLDivElement | null>
  readonly panel: RefObject<HTMLElement | null>
}

/** A text that is written on: its head and its body, saved as they change, and what is found of its numbers. */
export function useDraftDesk(draft: Draft, catalogue: Catalogue, { holder, panel }: Places) {
  const t = useText()
  const hint = useId()
  const [head, setHead] = useState<HeadFields>(() => headOf(draft.content))
  const [editor, setEditor] = useState<DraftEditor | null>(null)
  // As it was opened: live fields by the figures of that moment.
  const [opened] = useState(() => ({
    ...draft.content,
    paragraphs: refill(draft.content.paragraphs, catalogue.byKey),
  }))
  const wasFilled = isRefilled(draft.content.paragraphs, opened.paragraphs)
  const content = (): DraftContent => ({
    ...head,
    paragraphs: toParagraphs(editor?.text() ?? '', editor?.places() ?? []),
  })
  const autosave = useAutosave(draft.id, draft.revision, content)
  const seen = useEditor({
    holder,
    onReady: setEditor,
    content: opened,
    catalogue,
    isReadOnly: !draft.mayWrite,
    label: t(messages.body),
    describedBy: hint,
    onWritten: autosave.touch,
    onAct: useCallback(
      () => panel.current?.querySelector<HTMLElement>('[data-current] button')?.focus(),
      [panel],
    ),
  })
  const { touch } = autosave
  useEffect(() => {
    if (wasFilled && draft.mayWrite) touch()
  }, [wasFilled, draft.mayWrite, touch])
  return {
    ...{ hint, head, editor, wasFilled, content, autosave, seen },
    changeHead: (next: HeadFields) => {
      setHead(next)
      touch()
    },
    /** Puts an earlier version in the place of what stands here. */
    takeVersion: (version: DraftContent) => {
      const { text, places } = toText(version.paragraphs)
      setHead(headOf(version))
      editor?.replaceAll(text, places)
      touch()
    },
  }
}

function headOf({ title, kind, addressee, documentNumber, signer, dated }: DraftContent): HeadFields {
  return { title, kind, addressee, documentNumber, signer, dated }
}
