import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { call } from '#platform/client/call.ts'
import { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { useLinks } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { LoadingState } from '#ui/states/loading-state.tsx'
import { stations } from '../../../contract.ts'
import '../certificate/certificate.css'
import { whereabouts } from '../certificate/use-send-photo.ts'
import { queueVisit } from '../device/outbox.ts'
import '../stations.css'
import type { RoundStop } from '../types.ts'
import { inspectionMessages as messages } from './messages.ts'
import { useKeptRound } from './use-kept-rounds.ts'
import { useVisitDraft } from './visit-draft.ts'
import { VisitPart } from './visit-part.tsx'

const WORDS_MAX = 1_000

/** One visit on its checklist. It needs no network from beginning to end. */
export default function VisitPage() {
  const t = useText()
  const { roundId = '', inspectionId = '' } = useParams({ strict: false }) as {
    roundId?: string
    inspectionId?: string
  }
  const round = useKeptRound(roundId)
  const stop = round.data?.stops.find((one) => one.inspectionId === inspectionId)
  if (stop !== undefined) return <Visit stop={stop} backHref={`/inspect/${roundId}`} />
  return (
    <MemberPage title={t(messages.visitTitle)} backHref={`/inspect/${roundId}`}>
      <Answered to={round} label={t(messages.loading)}>
        {() => <p>{t(messages.notKept)}</p>}
      </Answered>
    </MemberPage>
  )
}

function Visit({ stop, backHref }: { stop: RoundStop; backHref: string }) {
  const t = useText()
  const format = useFormat()
  const toast = useToast()
  const { navigate } = useLinks()
  const { draft, change, drop } = useVisitDraft(stop.inspectionId)
  const [isFinishing, setFinishing] = useState(false)
  const told = useBegun(stop)
  if (draft === null) return <LoadingState label={t(messages.loading)} />
  const open = stop.checklist
    .flatMap(({ questions }) => questions)
    .filter(({ id }) => draft.answers[id] === undefined).length
  const finish = async () => {
    setFinishing(true)
    const { pictures, ...said } = draft
    const input = {
      id: stop.inspectionId,
      ...said,
      endedAt: new Date().toISOString(),
      photos: [],
      ...(stop.challenge !== undefined && { challenge: stop.challenge }),
      ...(await whereabouts(stop.code)),
    }
    await queueVisit({ input, pictures, stationName: stop.name })
    await drop()
    toast({ text: t(messages.finished) })
    navigate(backHref)
  }
  return (
    <MemberPage
      title={stop.name}
      backHref={backHref}
      footer={
        <>
          {open > 0 && <p className="stations-small">{t(messages.left, { count: open })}</p>}
          <Button
            variant="primary"
            wide
            isDisabled={open > 0}
            isPending={isFinishing}
            onPress={() => void finish()}
          >
            {t(messages.finish)}
          </Button>
        </>
      }
    >
      <p className="stations-small">
        {stop.address} · {t(messages.startedAt, { time: format.time(draft.startedAt) })} ·{' '}
        {t(messages.savedHere)}
      </p>
      {told !== null && (
        <p className="stations-notice" role="alert" data-status="warn">
          {t(messages.somebodyThere, { reason: t(told.text) })}
        </p>
      )}
      {stop.why !== null && <p className="stations-notice">{t(stop.why)}</p>}
      {stop.checklist.map((part) => (
        <VisitPart key={part.criterion} part={part} draft={draft} onChange={change} />
      ))}
      <TextArea
        label={t(messages.words)}
        description={t(messages.wordsHint)}
        isOptional
        rows={3}
        maxLength={WORDS_MAX}
        value={draft.words}
        onChange={(words) => change({ words })}
      />
    </MemberPage>
  )
}

/** Says to the server that somebody is here; whoever is there already is told at once, where there is a network. */
function useBegun({ inspectionId, state }: RoundStop): Failure | null {
  const [told, setTold] = useState<Failure | null>(null)
  useEffect(() => {
    if (state === 'done') return
    call(stations.beginInspection, { id: inspectionId }).catch((error: unknown) => {
      if (error instanceof Failure && error.status >= 400 && error.status < 500) setTold(error)
    })
  }, [inspectionId, state])
  return told
}
