import { useRef, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import type { Catalogue } from '../../rules/drafts/catalogue.ts'
import { DraftHead } from './draft-head.tsx'
import { DraftMoves } from './draft-moves.tsx'
import { draftStatus } from './drafts-page.tsx'
import { FindingsPanel } from './findings-panel.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { messages } from './messages.ts'
import type { SaveState } from './use-autosave.ts'
import { useDraftDesk, type Draft } from './use-draft-desk.ts'

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
  const [isHistoryOpen, setHistoryOpen] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLElement>(null)
  const desk = useDraftDesk(draft, catalogue, { holder, panel })
  const { autosave, seen } = desk
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t(messages.title), href: '/staff/drafts' }]}
        title={desk.head.title}
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
              paragraphs={() => desk.content().paragraphs}
              autosave={autosave}
            />
          </>
        }
      />
      <div className="draft-desk">
        <div className="draft-paper">
          <DraftHead fields={desk.head} isReadOnly={!draft.mayWrite} onChange={desk.changeHead} />
          <p id={desk.hint} className="draft-hint">
            {t(messages.bodyHint)} {desk.wasFilled && t(messages.filledAnew)}
          </p>
          <div ref={holder} className="draft-editor" />
        </div>
        <FindingsPanel
          ref={panel}
          seen={seen}
          editor={desk.editor}
          catalogue={catalogue}
          isReadOnly={!draft.mayWrite}
          percent={percent}
          onPercent={onPercent}
        />
      </div>
      <ConflictDialog
        isOpen={autosave.state === 'conflict'}
        onTakeTheirs={() => void onReload()}
        onKeepMine={() => void autosave.saveOver()}
      />
      <HistoryDialog
        draft={draft}
        isOpen={isHistoryOpen}
        onOpenChange={setHistoryOpen}
        onUse={desk.takeVersion}
      />
    </>
  )
}

type ConflictProps = {
  readonly isOpen: boolean
  readonly onTakeTheirs: () => void
  readonly onKeepMine: () => void
}

/** Somebody else saved the text meanwhile; one of the two goes on. */
function ConflictDialog({ isOpen, onTakeTheirs, onKeepMine }: ConflictProps) {
  const t = useText()
  return (
    <Dialog
      title={t(messages.conflict)}
      isAlert
      isOpen={isOpen}
      onOpenChange={() => undefined}
      actions={
        <>
          <Button onPress={onTakeTheirs}>{t(messages.takeTheirs)}</Button>
          <Button variant="primary" onPress={onKeepMine}>
            {t(messages.keepMine)}
          </Button>
        </>
      }
    >
      <p>{t(messages.conflictText)}</p>
    </Dialog>
  )
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
