import { useEffect, useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useDownload } from '#kernel/files/client.ts'
import { call } from '#platform/client/call.ts'
import { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Refused } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { LoadingState } from '#ui/states/loading-state.tsx'
import { SignInState } from '#ui/states/sign-in-state.tsx'
import { membership } from '../../contract.ts'
import { cardMessages } from './card-messages.ts'
import { CardFace } from './card-face.tsx'
import { dropCard, keepCard, readCard, type KeptCard } from './device/card-store.ts'
import './member.css'

/** The card: from this phone at once, then fresh from the server where there is a network. */
export default function CardPage() {
  const t = useText()
  const { kept, failure, retry } = useCard()
  return (
    <MemberPage title={t(cardMessages.title)} backHref="/">
      {kept !== undefined ? (
        <>
          <CardFace kept={kept} />
          <Age fetchedAt={kept.card.fetchedAt} isOffline={failure?.code === 'offline'} />
          <Paper />
        </>
      ) : failure === null ? (
        <LoadingState label={t(cardMessages.loading)} />
      ) : (
        <NoCard failure={failure} onRetry={retry} />
      )}
    </MemberPage>
  )
}

function useCard() {
  const [kept, setKept] = useState<KeptCard>()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [round, setRound] = useState(0)
  const personId = useMe().data?.person?.id
  useEffect(() => {
    let isGone = false
    const ask = async () => {
      const before = await readCard()
      if (!isGone && before !== undefined) setKept(before)
      try {
        const fresh = await keepCard(await call(membership.carryCard, {}))
        if (!isGone) {
          setFailure(null)
          setKept(fresh)
        }
      } catch (error) {
        if (!(error instanceof Failure)) throw error
        // A refusal says that this phone's card is no longer its holder's; a dead line says nothing.
        if (error.code !== 'offline') await dropCard()
        if (isGone) return
        setFailure(error)
        if (error.code !== 'offline') setKept(undefined)
      }
    }
    void ask()
    return () => void (isGone = true)
  }, [round, personId])
  return { kept, failure, retry: () => setRound(round + 1) }
}

const STALE_DAYS = 30

function Age({ fetchedAt, isOffline }: { fetchedAt: string; isOffline: boolean }) {
  const t = useText()
  const format = useFormat()
  const [now] = useState(() => Date.now())
  const days = Math.floor((now - Date.parse(fetchedAt)) / 86_400_000)
  if (!isOffline) return <p className="membership-small">{t(cardMessages.brighter)}</p>
  return (
    <p role="status">
      {t(cardMessages.offline, { day: format.date(fetchedAt) })}
      {days >= STALE_DAYS && ` ${t(cardMessages.stale, { days })}`}
    </p>
  )
}

function Paper() {
  const t = useText()
  const download = useDownload(membership.printCard)
  return (
    <>
      <Button
        wide
        icon="print"
        isPending={download.isPending}
        onPress={() => void download.start({}, '工会会员证.pdf')}
      >
        {t(cardMessages.print)}
      </Button>
      {download.failure && <Refused error={download.failure} />}
    </>
  )
}

function NoCard({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const t = useText()
  if (failure.status === 401) return <SignInState>{t(cardMessages.signInText)}</SignInState>
  if (failure.code === 'no-member' || failure.status === 403)
    return (
      <EmptyState
        title={t(cardMessages.noneTitle)}
        actions={
          <LinkButton variant="primary" href="/join">
            {t(cardMessages.join)}
          </LinkButton>
        }
      >
        {t(cardMessages.none)}
      </EmptyState>
    )
  return <Refused error={failure} onRetry={onRetry} />
}
