import { Permitted } from '#kernel/access/client.ts'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { faultsOf } from '#programmes/stations/rules/standard/standard-faults.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useLinks } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import '../../member/certificate/certificate.css'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import '../staff.css'
import type { StandardDraft } from '../types.ts'
import { standardMessages } from './messages.ts'
import { PreviewCard } from './preview-card.tsx'
import { ProposeCard } from './propose-card.tsx'
import { StandardEditor } from './standard-editor.tsx'

/** A draft being written: the editor on the left, contradictions and effect on the right. */
export default function DraftPage() {
  const t = useText()
  const { draftId = '' } = useParams({ strict: false }) as { draftId?: string }
  const answer = useAnswer(stations.listStandards, {})
  return (
    <Permitted permission="stations.standards">
      <Answered to={answer} label={t(standardMessages.loading)}>
        {({ drafts }) => {
          const draft = drafts.find(({ id }) => id === draftId)
          if (draft !== undefined) return <Draft key={draft.id} draft={draft} />
          return (
            <>
              <PageHeader title={t(standardMessages.draftTitle)} />
              <EmptyState title={t(standardMessages.noDraftTitle)}>{t(standardMessages.noDraft)}</EmptyState>
            </>
          )
        }}
      </Answered>
    </Permitted>
  )
}

function Draft({ draft }: { draft: StandardDraft }) {
  const t = useText()
  const toast = useToast()
  const { navigate } = useLinks()
  const [content, setContent] = useState(draft.content)
  const [revision, setRevision] = useState(draft.revision)
  const [savedText, setSavedText] = useState(() => JSON.stringify(draft.content))
  const [isDiscarding, setDiscarding] = useState(false)
  const save = useCommand(stations.saveStandardDraft)
  const discard = useCommand(stations.discardStandardDraft)
  const isChanged = JSON.stringify(content) !== savedText
  const faults = faultsOf(content)
  const keep = () =>
    save.mutate(
      { id: draft.id, revision, standard: draft.standard, content },
      {
        onSuccess: (saved) => {
          setRevision(saved.revision)
          setSavedText(JSON.stringify(content))
          toast({ text: t(standardMessages.saved) })
        },
      },
    )
  return (
    <>
      <PageHeader
        title={t(content.title)}
        breadcrumbs={[{ label: t(standardMessages.title), href: '/staff/stations/standards' }]}
        summary={t(standardMessages.draftTitle)}
        actions={
          <>
            <Button icon="trash" onPress={() => setDiscarding(true)}>
              {t(standardMessages.discard)}
            </Button>
            <Button variant="primary" isPending={save.isPending} isDisabled={!isChanged} onPress={keep}>
              {t(standardMessages.save)}
            </Button>
          </>
        }
      />
      <RefusalNote failure={save.error} />
      <div className="stations-columns">
        <StandardEditor content={content} onChange={setContent} />
        <div className="ui-stack">
          <Card
            title={
              faults.length === 0
                ? t(standardMessages.sound)
                : t(standardMessages.faults, { count: faults.length })
            }
          >
            <ul>
              {faults.map(({ field, reason }) => (
                <li key={`${field} ${reason.zh}`}>{t(reason)}</li>
              ))}
            </ul>
            {isChanged && <p className="ui-hint">{t(standardMessages.unsaved)}</p>}
          </Card>
          <PreviewCard key={revision} which={{ draftId: draft.id }} />
          <ProposeCard draftId={draft.id} revision={revision} isReady={!isChanged && faults.length === 0} />
        </div>
      </div>
      <ConfirmDialog
        title={t(standardMessages.discard)}
        confirmLabel={t(standardMessages.discard)}
        isOpen={isDiscarding}
        onOpenChange={setDiscarding}
        onConfirm={() =>
          discard.mutate({ id: draft.id }, { onSuccess: () => navigate('/staff/stations/standards') })
        }
        isDanger
      >
        {t(standardMessages.discardSure)}
      </ConfirmDialog>
    </>
  )
}
