import { useParams } from '@tanstack/react-router'
import { CaseMoves, CaseTimeline } from '#kernel/review/client.tsx'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { facilities } from '#programmes/stations/rules/facilities.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { applicationWords } from '../../state-words.ts'
import { HoursTable } from '../hours-table.tsx'
import { PlaceMap } from '../map/place-map.tsx'
import { messages } from '../messages.ts'
import '../staff.css'
import { ForwardCard } from './forward-card.tsx'
import { GrantCard } from './grant-card.tsx'
import { becomingMessages } from './messages.ts'

export type Application = OutputOf<typeof stations.getApplication>

/** One application at the desk: what it says, what stands nearby, and what may be done with it. */
export default function ApplicationPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered to={useAnswer(stations.getApplication, { id })}>
      {(application) => <Shown application={application} />}
    </Answered>
  )
}

function Shown({ application }: { readonly application: Application }) {
  const t = useText()
  const { text, status } = applicationWords[application.state]!
  return (
    <>
      <PageHeader
        title={application.name}
        breadcrumbs={[
          { label: t(messages.stations), href: '/staff/stations' },
          { label: t(becomingMessages.title), href: '/staff/stations/applications' },
        ]}
        summary={
          <span className="ui-row">
            <StatusBadge status={status}>{t(text)}</StatusBadge>
            <span>{application.hostUnit}</span>
            <span>{t(becomingMessages.version, { no: application.version })}</span>
          </span>
        }
        actions={
          application.stationCode !== null && (
            <LinkButton variant="primary" href={`/staff/stations/${application.stationCode}`}>
              {t(becomingMessages.openStation)}
            </LinkButton>
          )
        }
      />
      <div className="stations-columns">
        <div className="ui-stack">
          {application.mayForward && <ForwardCard application={application} />}
          {application.mayGrant && <GrantCard application={application} />}
          <Facts application={application} />
          <Photos application={application} />
        </div>
        <div className="ui-stack">
          <Card title={t(becomingMessages.moves)}>
            <CaseMoves caseId={application.caseId} programmeMove={() => <></>} />
          </Card>
          <Card title={t(becomingMessages.place)}>
            <PlaceMap name={application.name} place={application.place} status="info" />
            <Neighbours application={application} />
          </Card>
          <Card title={t(becomingMessages.timeline)}>
            <CaseTimeline caseId={application.caseId} />
          </Card>
        </div>
      </div>
    </>
  )
}

const facilityText = new Map<string, (typeof facilities)[number]['text']>(
  facilities.map(({ id, text }) => [id, text]),
)

function Facts({ application: { draft, keeper, organisationName } }: { readonly application: Application }) {
  const t = useText()
  const format = useFormat()
  const named = { name: keeper.name, phone: keeper.phone }
  return (
    <Card title={t(becomingMessages.facts)}>
      <DescriptionList
        items={[
          { term: t(becomingMessages.hostUnit), value: draft.hostUnit },
          { term: t(becomingMessages.address), value: draft.address },
          { term: t(becomingMessages.organisation), value: organisationName },
          {
            term: t(becomingMessages.keeper),
            value:
              keeper.agreedAt === null
                ? t(becomingMessages.notAgreed, named)
                : t(becomingMessages.agreed, { ...named, when: format.dateTime(keeper.agreedAt) }),
          },
          {
            term: t(becomingMessages.facilities),
            value: [...draft.facilities.map((id) => t(facilityText.get(id)!)), ...draft.otherFacilities].join(
              '、',
            ),
          },
        ]}
      />
      <h3>{t(becomingMessages.hours)}</h3>
      <HoursTable hours={draft.hours} />
    </Card>
  )
}

function Photos({ application }: { readonly application: Application }) {
  const t = useText()
  if (application.photos.length === 0) return null
  return (
    <Card title={t(becomingMessages.photos)}>
      <ul className="stations-photo-grid">
        {application.photos.map(({ id, url, thumbnailUrl }) => (
          <li key={id}>
            <a href={url} target="_blank" rel="noreferrer">
              <img
                src={thumbnailUrl}
                alt={t(becomingMessages.photoOf, { name: application.name })}
                loading="lazy"
              />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Neighbours({ application: { neighbours } }: { readonly application: Application }) {
  const t = useText()
  if (neighbours.length === 0) return <p className="ui-hint">{t(becomingMessages.noNeighbours)}</p>
  return (
    <>
      <h3>{t(becomingMessages.neighbours)}</h3>
      <ul className="stations-plain">
        {neighbours.map((one) => (
          <li key={one.code}>
            <Link href={`/staff/stations/${one.code}`}>{t(becomingMessages.neighbour, one)}</Link>
          </li>
        ))}
      </ul>
    </>
  )
}
