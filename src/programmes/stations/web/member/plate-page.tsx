import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { LoadingState } from '#ui/states/loading-state.tsx'
import { stations } from '../../contract.ts'
import { CheckInResult } from './check-in-result.tsx'
import type { Presence } from './device/presence.ts'
import { stationMessages } from './station-messages.ts'
import { OnTheWay } from './on-the-way.tsx'
import { PlateHead } from './plate-head.tsx'
import { PlateRefused } from './plate-refused.tsx'
import { ProofLines } from './proof-lines.tsx'
import { ReportTiles } from './report-tiles.tsx'
import './stations.css'
import type { ReportKind } from './types.ts'
import { useCheckIn } from './use-check-in.ts'
import { usePlate } from './use-plate.ts'
import { useReport } from './use-report.ts'
import { useSpot } from './use-spot.ts'

const ReportSheet = lazy(() => import('./report-sheet.tsx'))
const QUICK_KINDS = ['locked', 'broken', 'no-water', 'other'] as const

/** Where the code on the door leads: one large action, and four small ones for what is wrong. */
export default function PlatePage() {
  const t = useText()
  const { secret = '' } = useParams({ strict: false })
  const plate = usePlate(secret)
  if (plate.presence) return <OnTheSpot presence={plate.presence} />
  return (
    <MemberPage title={t(stationMessages.plateTitle)} backHref="/stations">
      {plate.error ? (
        <PlateRefused error={plate.error} onRetry={plate.retry} />
      ) : (
        <LoadingState label={t(stationMessages.readingPlate)} />
      )}
    </MemberPage>
  )
}

function OnTheSpot({ presence }: { presence: Presence }) {
  const t = useText()
  const station = useAnswer(stations.getStation, { code: presence.code }).data
  const spot = useSpot(presence.code, station)
  const checkIn = useCheckIn(spot)
  const report = useReport(spot, presence.name)
  const [asked, setAsked] = useState<ReportKind>()
  const choose = (kind: ReportKind) =>
    kind === 'broken' || kind === 'other' ? setAsked(kind) : void report.send(kind)
  return (
    <MemberPage
      title={t(stationMessages.plateTitle)}
      backHref="/stations"
      footer={
        <>
          <OnTheWay stationCode={presence.code} />
          <CheckInResult checkIn={checkIn} />
          {!checkIn.done && (
            <div className="stations-big-action">
              <Button
                variant="primary"
                icon="check"
                wide
                isDisabled={checkIn.isPending}
                onPress={checkIn.press}
              >
                {t(stationMessages.checkInHere)}
              </Button>
            </div>
          )}
        </>
      }
    >
      <PlateHead presence={presence} station={station} />
      <section className="ui-stack">
        <h2 className="stations-section-title">{t(stationMessages.quickReports)}</h2>
        <ReportTiles kinds={QUICK_KINDS} onChoose={choose} />
      </section>
      <ProofLines spot={spot} />
      <LinkButton href={`/stations/${presence.code}`}>{t(stationMessages.stationPage)}</LinkButton>
      <Suspense>
        {asked && (
          <ReportSheet
            station={{ name: presence.name, facilities: station?.facilities ?? [] }}
            spot={spot}
            kindAtFirst={asked}
            onClose={() => setAsked(undefined)}
          />
        )}
      </Suspense>
    </MemberPage>
  )
}
