import { useParams } from '@tanstack/react-router'
import { CaseTimeline } from '#kernel/review/client.tsx'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge, StatusShape } from '#ui/data/status-badge.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { Skeleton } from '#ui/states/loading-state.tsx'
import '../../member/certificate/certificate.css'
import '../staff.css'
import { proofWords } from '../words.ts'
import { inspectionMessages } from './messages.ts'

type Inspection = OutputOf<typeof stations.getInspection>

/** One visit: each question with its answer, the photos, and what the station had to say. */
export default function InspectionPage() {
  const { inspectionId = '' } = useParams({ strict: false }) as { inspectionId?: string }
  const answer = useAnswer(stations.getInspection, { id: inspectionId })
  return (
    <Answered to={answer} skeleton={<Skeleton lines={10} />}>
      {(inspection) => <Shown inspection={inspection} />}
    </Answered>
  )
}

function Shown({ inspection }: { inspection: Inspection }) {
  const t = useText()
  const { name, code, isPassed, caseId } = inspection
  return (
    <>
      <PageHeader
        title={name}
        breadcrumbs={[{ label: t(inspectionMessages.title), href: '/staff/stations/inspections' }]}
        summary={
          <StatusBadge status={isPassed ? 'good' : 'bad'}>
            {t(isPassed ? inspectionMessages.passed : inspectionMessages.found)}
          </StatusBadge>
        }
        actions={
          <LinkButton
            href={`/staff/stations/${code}`}
          >{`${t(inspectionMessages.station)} ${code}`}</LinkButton>
        }
      />
      <div className="stations-columns">
        <div className="ui-stack">
          {inspection.parts.map((part) => (
            <Part key={part.title.zh} part={part} />
          ))}
        </div>
        <div className="ui-stack">
          <Facts inspection={inspection} />
          {caseId !== null && (
            <Card
              title={t(inspectionMessages.finding)}
              actions={
                <LinkButton href={`/staff/cases/${caseId}`}>{t(inspectionMessages.finding)}</LinkButton>
              }
            >
              <CaseTimeline caseId={caseId} />
            </Card>
          )}
        </div>
      </div>
    </>
  )
}

function Facts({ inspection }: { inspection: Inspection }) {
  const t = useText()
  const format = useFormat()
  const { kind, startedAt, endedAt, by, proof, distanceMetres, standard, words, repeatDueOn } = inspection
  const where = distanceMetres === null ? '' : ` · ${format.distance(distanceMetres)}`
  return (
    <Card title={t(inspectionMessages.card)}>
      <DescriptionList
        items={[
          { term: t(inspectionMessages.kind), value: t(inspectionMessages[kind]) },
          { term: t(inspectionMessages.startedAt), value: format.dateTime(startedAt) },
          { term: t(inspectionMessages.endedAt), value: format.dateTime(endedAt) },
          { term: t(inspectionMessages.by), value: by },
          { term: t(inspectionMessages.proof), value: `${t(proofWords[proof])}${where}` },
          {
            term: t(inspectionMessages.standard),
            value: t(inspectionMessages.standardNo, { title: t(standard.title), no: standard.no }),
          },
          { term: t(inspectionMessages.repeatDueOn), value: repeatDueOn },
          { term: t(inspectionMessages.words), value: words },
        ]}
      />
    </Card>
  )
}

function Part({ part }: { part: Inspection['parts'][number] }) {
  const t = useText()
  return (
    <Card title={t(part.title)}>
      <ul className="certificate-takes">
        {part.answers.map(({ words, answer, isGood }) => (
          <li key={words.zh}>
            <StatusShape status={isGood ? 'good' : 'bad'} />
            <span>
              {t(words)}：<b>{t(inspectionMessages[answer])}</b>
            </span>
          </li>
        ))}
      </ul>
      {part.photos.length > 0 && (
        <ul className="visit-pictures">
          {part.photos.map(({ url, thumbnailUrl }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">
                <img
                  src={thumbnailUrl}
                  alt={t(inspectionMessages.photo, { title: t(part.title) })}
                  loading="lazy"
                />
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
