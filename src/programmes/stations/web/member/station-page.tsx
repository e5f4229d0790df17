import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Refused } from '#ui/states/answered.tsx'
import { ErrorState } from '#ui/states/error-state.tsx'
import { LoadingState } from '#ui/states/loading-state.tsx'
import { stations } from '../../contract.ts'
import { AboutCard } from './about-card.tsx'
import { AnswerCard } from './answer-card.tsx'
import { CertificateCard } from './certificate/certificate-card.tsx'
import { FacilitiesCard } from './facilities-card.tsx'
import { GoneCard } from './gone-card.tsx'
import { HonoursCard } from './honours-card.tsx'
import { HoursCard } from './hours-card.tsx'
import { stationMessages } from './station-messages.ts'
import { PhotosCard } from './photos-card.tsx'
import { SpotFooter } from './spot-footer.tsx'
import './stations.css'
import type { StationDetail } from './types.ts'
import { WayThereCard } from './way-there-card.tsx'

/** One station, the answer first; checking in and reporting stand under the thumb. */
export default function StationPage() {
  const t = useText()
  const { code = '' } = useParams({ strict: false })
  const station = useAnswer(stations.getStation, { code })
  const isThere = station.data !== undefined && station.data.state !== 'closed'
  return (
    <MemberPage
      title={station.data?.name ?? t(stationMessages.loadingStation)}
      backHref="/stations"
      footer={isThere && <SpotFooter station={station.data} />}
    >
      {station.data && <StationSheet station={station.data} />}
      {!station.data && station.error && (
        <NoStation error={station.error} onRetry={() => void station.refetch()} />
      )}
      {!station.data && !station.error && <LoadingState label={t(stationMessages.loadingStation)} />}
    </MemberPage>
  )
}

function StationSheet({ station }: { station: StationDetail }) {
  const t = useText()
  useFragmentInSight()
  return (
    <>
      {station.mine && (
        <div className="stations-mine-note">
          <p>{t(stationMessages.youKeepThis)}</p>
          <LinkButton href="/keeper">{t(stationMessages.toKeeperPage)}</LinkButton>
        </div>
      )}
      {station.state === 'closed' ? <GoneCard code={station.code} /> : <AnswerCard station={station} />}
      <FacilitiesCard facilities={station.facilities} others={station.otherFacilities} />
      <WayThereCard station={station} />
      <HoursCard station={station} />
      <CertificateCard code={station.code} />
      <PhotosCard station={station} />
      <HonoursCard code={station.code} />
      <AboutCard station={station} />
    </>
  )
}

/** A link to `#way` arrives before the answer does, so the page goes there once it is drawn. */
function useFragmentInSight() {
  const [hash] = useState(() => location.hash.slice(1))
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.scrollIntoView()
  }, [hash])
}

type NoStationProps = { error: Error & { status?: number }; onRetry: () => void }

function NoStation({ error, onRetry }: NoStationProps) {
  const t = useText()
  if (error.status !== 404 && error.status !== 422) return <Refused error={error} onRetry={onRetry} />
  return (
    <ErrorState
      title={t(stationMessages.noStationTitle)}
      whatToDo={t(stationMessages.noStation)}
      actions={<LinkButton href="/stations">{t(stationMessages.backToMap)}</LinkButton>}
    />
  )
}
