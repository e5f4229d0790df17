import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { call } from '#platform/client/call.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link, useLinks } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import '../../member/certificate/certificate.css'
import { messages } from '../messages.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import '../staff.css'
import type { Standards } from '../types.ts'
import { standardMessages } from './messages.ts'

/** What holds, what held, what is drafted and proposed. */
export default function StandardsPage() {
  const t = useText()
  const answer = useAnswer(stations.listStandards, {})
  return (
    <>
      <PageHeader
        title={t(standardMessages.title)}
        breadcrumbs={[{ label: t(messages.stations), href: '/staff/stations' }]}
        summary={t(standardMessages.summary)}
        actions={<LinkButton href="/stations/standard">{t(standardMessages.readPublic)}</LinkButton>}
      />
      <Answered to={answer} label={t(standardMessages.loading)}>
        {(standards) => (
          <div className="stations-columns">
            <div className="ui-stack">
              <Drafts standards={standards} />
              <Versions standards={standards} />
            </div>
            <div className="ui-stack">
              <Course standards={standards} />
              <Proposals standards={standards} />
            </div>
          </div>
        )}
      </Answered>
    </>
  )
}

type Part = { standards: Standards }

function Course({ standards: { inForce } }: Part) {
  const t = useText()
  const format = useFormat()
  const today = format.date(new Date(), 'numeric')
  const held = inForce.find(({ fromDay }) => fromDay <= today)
  return (
    <Card title={t(standardMessages.course)}>
      <ul className="certificate-lines">
        {inForce.map(({ versionId, title, no, fromDay }) => (
          <li key={`${versionId} ${fromDay}`}>
            <Link href={`/staff/stations/standards/versions/${versionId}`}>
              {t(standardMessages.version, { title: t(title), no })}
            </Link>{' '}
            {t(standardMessages.from, { day: format.date(fromDay) })}{' '}
            {held?.fromDay === fromDay && (
              <StatusBadge status="good">{t(standardMessages.inForce)}</StatusBadge>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Proposals({ standards: { proposals } }: Part) {
  const t = useText()
  const format = useFormat()
  if (proposals.length === 0) return null
  return (
    <Card title={t(standardMessages.proposals)}>
      <ul className="certificate-lines">
        {proposals.map(({ versionId, title, no, fromDay, caseId, isOpen }) => (
          <li key={caseId}>
            <Link href={`/staff/stations/standards/versions/${versionId}`}>
              {t(standardMessages.version, { title: t(title), no })}
            </Link>{' '}
            {t(standardMessages.from, { day: format.date(fromDay) })}{' '}
            <Link href={`/staff/cases/${caseId}`}>
              {t(isOpen ? standardMessages.waits : standardMessages.decided)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Drafts({ standards: { drafts } }: Part) {
  const t = useText()
  const format = useFormat()
  return (
    <Card title={t(standardMessages.drafts)}>
      {drafts.length === 0 && <p>{t(standardMessages.noDrafts)}</p>}
      <ul className="certificate-lines">
        {drafts.map(({ id, content, madeBy, updatedAt, faults, organisationName }) => (
          <li key={id}>
            <Link href={`/staff/stations/standards/drafts/${id}`}>{t(content.title)}</Link>{' '}
            <StatusBadge status={faults.length === 0 ? 'good' : 'bad'}>
              {faults.length === 0
                ? t(standardMessages.sound)
                : t(standardMessages.faults, { count: faults.length })}
            </StatusBadge>
            <span className="ui-hint">
              {organisationName} ·{' '}
              {t(standardMessages.draftLine, { who: madeBy, time: format.dateTime(updatedAt) })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Versions({ standards: { rows, mayDraft } }: Part) {
  const t = useText()
  const format = useFormat()
  const { navigate } = useLinks()
  const save = useCommand(stations.saveStandardDraft)
  const draftFrom = async (versionId: string) => {
    const { standard, content } = await call(stations.getStandard, { versionId })
    save.mutate(
      { standard, content },
      { onSuccess: ({ id }) => navigate(`/staff/stations/standards/drafts/${id}`) },
    )
  }
  return (
    <Card title={t(standardMessages.versions)}>
      <RefusalNote failure={save.error} />
      <ul className="certificate-lines">
        {rows.map(({ versionId, title, no, madeBy, madeAt }) => (
          <li key={versionId} className="stations-standard-line">
            <span>
              <Link href={`/staff/stations/standards/versions/${versionId}`}>
                {t(standardMessages.version, { title: t(title), no })}
              </Link>
              <span className="ui-hint">
                {madeBy} {format.date(madeAt)}
              </span>
            </span>
            {mayDraft && (
              <Button icon="edit" isPending={save.isPending} onPress={() => void draftFrom(versionId)}>
                {t(standardMessages.draftFrom)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}
