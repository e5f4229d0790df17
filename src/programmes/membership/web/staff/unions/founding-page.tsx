import { useParams } from '@tanstack/react-router'
import { useCity } from '#kernel/city/client.ts'
import { CaseTimeline, DeadlineBadge, useCase } from '#kernel/review/client.tsx'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../../contract.ts'
import { AdviceLines } from '../../advice-lines.tsx'
import '../../member-unions/member-unions.css'
import { Papers } from '../../papers.tsx'
import { dutyWords, formWords, outcomeStatus, scopeWords, unitKindWords } from '../../union-words.ts'
import { FoundingMoves } from './founding-moves.tsx'
import { messages } from './messages.ts'
import './unions.css'

type Founding = OutputOf<typeof membership.getFounding>

/** One application at the desk: what was applied for, what the rules say, and the decision. */
export default function FoundingPage() {
  const { foundingId = '' } = useParams({ strict: false }) as { foundingId?: string }
  return (
    <Answered to={useAnswer(membership.getFounding, { id: foundingId })}>
      {(founding) => <Shown founding={founding} />}
    </Answered>
  )
}

function Shown({ founding }: { founding: Founding }) {
  const t = useText()
  const one = useCase(founding.standing.caseId)
  return (
    <>
      <PageHeader
        title={founding.unionName}
        breadcrumbs={[{ label: t(messages.foundings), href: '/staff/unions/foundings' }]}
        summary={
          <span className="ui-row">
            <StatusBadge status={outcomeStatus(founding.standing.outcome)}>
              {t(founding.standing.stateTitle)}
            </StatusBadge>
            {one.data?.deadline && <DeadlineBadge deadline={one.data.deadline} standsAlone />}
            <span>{t(messages.filings, { n: founding.filings })}</span>
          </span>
        }
        actions={
          founding.organisationId && (
            <LinkButton href={`/staff/unions/${founding.organisationId}`} icon="organisation">
              {t(messages.toUnion)}
            </LinkButton>
          )
        }
      />
      <div className="unions-columns">
        <div className="ui-stack">
          <Card title={t(messages.moves)}>
            <FoundingMoves founding={founding} />
          </Card>
          <ApplicationCard founding={founding} />
          <Card title={t(messages.rules)}>
            <AdviceLines lines={founding.advice} />
          </Card>
          <RollAndElection founding={founding} />
        </div>
        <div className="ui-stack">
          <Card title={t(messages.papers)}>
            <Papers founding={founding} />
          </Card>
          <Card title={t(messages.story)}>
            <CaseTimeline caseId={founding.standing.caseId} />
          </Card>
        </div>
      </div>
    </>
  )
}

function ApplicationCard({ founding }: { founding: Founding }) {
  const t = useText()
  const format = useFormat()
  const { application: one } = founding
  const district = useCity().data?.districts.find(({ adcode }) => adcode === one.adcode)
  return (
    <Card title={t(messages.applicationOf)}>
      <DescriptionList
        items={[
          { term: t(messages.unit), value: `${one.unitName}（${t(unitKindWords[one.unitKind])}）` },
          { term: t(messages.creditCode), value: one.unitCode },
          { term: t(messages.form), value: `${t(formWords[one.form])} · ${t(scopeWords[one.scope].text)}` },
          { term: t(messages.above), value: founding.levelAboveName },
          { term: t(messages.district), value: district ? t(district.name) : one.adcode },
          {
            term: t(messages.workersOf),
            value: [one.workers, one.members, one.womenMembers]
              .map((count) => format.number(count))
              .join(' / '),
          },
          {
            term: t(messages.people),
            value: one.people.map(({ name, duty }) => `${name}（${t(dutyWords[duty])}）`).join('、'),
          },
          ...(one.units.length === 0
            ? []
            : [
                {
                  term: t(messages.units),
                  value: one.units.map(({ name, members }) => `${name}（${members}）`).join('、'),
                },
              ]),
          { term: t(messages.contact), value: `${one.contactName} ${one.contactPhone}` },
          { term: t(messages.reason), value: one.grounds },
        ]}
      />
    </Card>
  )
}

function RollAndElection({ founding }: { founding: Founding }) {
  const t = useText()
  const { roll, election } = founding
  return (
    <>
      <Card title={t(messages.election)}>
        {election === null ? (
          <p className="ui-hint">{t(messages.noElection)}</p>
        ) : (
          <>
            <p>
              {t(messages.electionSaid, {
                day: election.heldOn,
                entitled: election.entitled,
                present: election.present,
                years: election.termYears,
              })}
            </p>
            <ul className="unions-rows">
              {election.officers.map(({ name, duty, votes }) => (
                <li key={`${name} ${duty}`}>
                  <span>
                    {name} <span className="ui-hint">{t(dutyWords[duty])}</span>
                  </span>
                  <span className="ui-figures">{votes}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      <Card title={t(messages.roll, { count: roll.length })}>
        {roll.length === 0 ? (
          <p className="ui-hint">{t(messages.noRoll)}</p>
        ) : (
          <ul className="unions-rows">
            {roll.map(({ person, name, maskedDocument }) => (
              <li key={person.id}>
                <span>{name}</span>
                <span className="ui-hint ui-figures">{maskedDocument}</span>
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  )
}
