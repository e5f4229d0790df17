import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { Skeleton } from '#ui/states/loading-state.tsx'
import { StaffCertificateCard } from '../certificates/certificate-card.tsx'
import { HonoursCard } from '../honours/honours-card.tsx'
import { LeavingCard } from '../leaving/leaving-card.tsx'
import { messages } from '../messages.ts'
import '../staff.css'
import type { StationRecord } from '../types.ts'
import { stateWords } from '../words.ts'
import { FactsCard } from './facts-card.tsx'
import { HistoryCard } from './history-card.tsx'
import { HoursCard } from './hours-card.tsx'
import { KeepersCard } from './keepers-card.tsx'
import { detailMessages } from './messages.ts'
import { PhotosCard } from './photos-card.tsx'
import { PlaceCard } from './place-card.tsx'
import { ReportsCard } from './reports-card.tsx'
import { StationActions } from './station-actions.tsx'
import { VisitsCard } from './visits-card.tsx'

/** One station with all that officers keep about it, and what they may do with it. */
export default function StationPage() {
  const { code = '' } = useParams({ strict: false }) as { code?: string }
  const answer = useAnswer(stations.getStaffStation, { code })
  return (
    <Answered to={answer} skeleton={<Skeleton lines={12} />}>
      {(station) => <Shown station={station} />}
    </Answered>
  )
}

function Shown({ station }: { station: StationRecord }) {
  const t = useText()
  const state = stateWords[station.state]
  return (
    <>
      <PageHeader
        title={station.name}
        breadcrumbs={[{ label: t(messages.stations), href: '/staff/stations' }]}
        summary={
          <span className="ui-row">
            <StatusBadge status={state.status}>{t(state.text)}</StatusBadge>
            <span className="ui-figures">{station.code}</span>
            <span>{t(detailMessages.version, { version: station.version })}</span>
            <Link href={`/stations/${station.code}`}>{t(detailMessages.publicPage)}</Link>
          </span>
        }
        actions={<StationActions station={station} />}
      />
      <div className="stations-columns">
        <div className="ui-stack">
          <FactsCard station={station} />
          <StaffCertificateCard code={station.code} />
          <ReportsCard station={station} />
          <VisitsCard station={station} />
          <PhotosCard station={station} />
          <HistoryCard station={station} />
        </div>
        <div className="ui-stack">
          <HoursCard station={station} />
          <PlaceCard station={station} />
          <KeepersCard station={station} />
          <HonoursCard code={station.code} />
          <LeavingCard code={station.code} />
        </div>
      </div>
    </>
  )
}
