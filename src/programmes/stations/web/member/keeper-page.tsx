import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { SignInState } from '#ui/states/sign-in-state.tsx'
import { stations } from '../../contract.ts'
import { WaitingHandovers } from './handing-over/waiting-handovers.tsx'
import { KeptStationCard } from './kept-station-card.tsx'
import { keeperMessages } from './keeper-messages.ts'
import './stations.css'

const ASKED_EVERY_SECONDS = 60

/** The keeper's page: what people say about their stations, and what they tell people. */
export default function KeeperPage() {
  const t = useText()
  const me = useMe()
  return (
    <MemberPage title={t(keeperMessages.keeperTitle)} backHref="/">
      <Answered to={me} label={t(keeperMessages.loadingKept)}>
        {({ signedIn }) =>
          signedIn ? <KeptStations /> : <SignInState>{t(keeperMessages.signInToKeep)}</SignInState>
        }
      </Answered>
    </MemberPage>
  )
}

function KeptStations() {
  const t = useText()
  const kept = useAnswer(stations.myStations, {}, { everySeconds: ASKED_EVERY_SECONDS })
  return (
    <>
      <WaitingHandovers />
      <Answered to={kept} label={t(keeperMessages.loadingKept)}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t(keeperMessages.noKeptTitle)}>{t(keeperMessages.noKept)}</EmptyState>
          ) : (
            rows.map((station) => <KeptStationCard key={station.code} station={station} />)
          )
        }
      </Answered>
    </>
  )
}
