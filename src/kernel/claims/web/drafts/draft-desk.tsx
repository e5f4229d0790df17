import { useCallback, useEffect, useId, useRef, useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { claims } from '../../contract.ts'
import type { Catalogue } from '../../rules/drafts/catalogue.ts'
import { isRefilled, refill } from '../../rules/drafts/refill.ts'
import type { DraftContent } from '../../shapes-drafts.ts'
import { DraftHead, type HeadFields } from './draft-head.tsx'
import { DraftMoves } from './draft-moves.tsx'
import { draftStatus } from './drafts-page.tsx'
import type { DraftEditor } from './editor/make-editor.ts'
import { toParagraphs, toText } from './editor/text-model.ts'
import { FindingsPanel } from './findings-panel.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { messages } from './messages.ts'
import { useAutosave, type SaveState } from './use-autosave.ts'
import { useEditor } from './use-editor.ts'

export type Draft = OutputOf<typeof claims.getDraft>

type DeskProps = {
  draft: Draft
  catalogue: Catalogue
  percent: number
  onPercent: (percent: number) => void
  /** Opens the text as it now stands on the server. */
  onReload: () => Promise<void>
}

const saveStatus: Readonly<Record<SaveState, Status>> = {
  saved: 'good',
  saving: 'info',
  dirty: 'info',
  offline: 'warn',
  conflict: 'bad',
  refused: 'bad',
}

/** The text on the left, what was found of its numbers on the right, its head above. */
export function DraftDesk({ draft, catalogue, percent, onPercent, onReload }: DeskProps) {
  const t = useText()
  const hint = useId()
  const [head, setHead] = useState<HeadFields>(() => headOf(draft.content))
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const panel = useRef<HTMLElement>(null)
  const holder = useRef<HTMLDivElement>(null)
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
    onAct: useCallback(() => panel.current?.querySelector<HTMLElement>('[data-current] button')?.focus(), []),
  })
  const { touch } = autosave
  useEffect(() => {
    if (wasFilled && draft.mayWrite) touch()
  }, [wasFilled, draft.mayWrite, touch])
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t(messages.title), href: '/staff/drafts' }]}
        title={head.title}
        summary={<Standing draft={draft} state={autosave.state} refusal={autosave.refusal?.text} />}
        actions={
          <>
            {draft.published > 0 && (
              <LinkButton href={`/texts/${draft.id}`} icon="external">
                {t(messages.openPublished)}
              </LinkButton>
            )}
            <Button icon="clock" onPress={() => setHistoryOpen(true)}>
              {t(messages.history)}
            </Button>
            <DraftMoves
              draft={draft}
              findings={seen.findings}
              catalogue={catalogue}
              paragraphs={() => content().paragraphs}
              autosave={autosave}
            />
          </>
        }
      />
      <div className="draft-desk">
        <div className="draft-paper">
          <DraftHead
            fields={head}
            isReadOnly={!draft.mayWrite}
            onChange={(next) => {
              setHead(next)
              autosave.touch()
            }}
          />
          <p id={hint} className="draft-hint">
            {t(messages.bodyHint)} {wasFilled && t(messages.filledAnew)}
          </p>
          <div ref={holder} className="draft-editor" />
        </div>
        <FindingsPanel
          ref={panel}
          seen={seen}
          editor={editor}
          catalogue={catalogue}
          isReadOnly={!draft.mayWrite}
          percent={percent}
          onPercent={onPercent}
        />
      </div>
      <Dialog
        title={t(messages.conflict)}
        isAlert
        isOpen={autosave.state === 'conflict'}
        onOpenChange={() => undefined}
        actions={
          <>
            <Button onPress={() => void onReload()}>{t(messages.takeTheirs)}</Button>
            <Button variant="primary" onPress={() => void autosave.saveOver()}>
              {t(messages.keepMine)}
            </Button>
          </>
        }
      >
        <p>{t(messages.conflictText)}</p>
      </Dialog>
      <HistoryDialog
        draft={draft}
        isOpen={isHistoryOpen}
        onOpenChange={setHistoryOpen}
        onUse={(version) => {
          const { text, places } = toText(version.paragraphs)
          setHead(headOf(version))
          editor?.replaceAll(text, places)
          autosave.touch()
        }}
      />
    </>
  )
}

function headOf({ title, kind, addressee, documentNumber, signer, dated }: DraftContent): HeadFields {
  return { title, kind, addressee, documentNumber, signer, dated }
}

type StandingProps = { draft: Draft; state: SaveState; refusal: { zh: string; en: string } | undefined }

function Standing({ draft, state, refusal }: StandingProps) {
  const t = useText()
  const format = useFormat()
  const [last] = draft.moves
  return (
    <div className="ui-row">
      <StatusBadge status={draftStatus[draft.state]}>{t(messages[draft.state])}</StatusBadge>
      {draft.mayWrite && (
        <span role="status">
          <StatusBadge status={saveStatus[state]}>
            {state === 'refused' && refusal !== undefined
              ? t(refusal)
              : t(messages[state === 'refused' ? 'dirty' : state])}
          </StatusBadge>
        </span>
      )}
      {last?.move === 'send-back' && (
        <span>
          {t(messages.sentBack, {
            reason: last.reason,
            name: last.madeByName,
            moment: format.relative(last.madeAt),
          })}
        </span>
      )}
    </div>
  )
}
