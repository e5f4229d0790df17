import { useParams } from '@tanstack/react-router'
import { Allowed } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { Tag } from '#ui/data/tag.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../../../contract.ts'
import '../../../member-unions/member-unions.css'
import { formWords, stageWords, tradeWords } from '../../../union-words.ts'
import { messages } from '../messages.ts'
import { SupportCard } from './support-card.tsx'
import '../unions.css'
import { MattersCard } from './matters-card.tsx'
import { OfficersCard } from './officers-card.tsx'
import { UnionActions } from './union-actions.tsx'

export type Union = OutputOf<typeof membership.getUnion>

/** One union: what it is, who leads it until when, what was decided about it. */
export default function UnionPage() {
  const { unionId = '' } = useParams({ strict: false }) as { unionId?: string }
  return (
    <Answered to={useAnswer(membership.getUnion, { id: unionId })}>
      {(union) => <Shown union={union} />}
    </Answered>
  )
}

function Shown({ union }: { union: Union }) {
  const t = useText()
  const stage = stageWords[union.stage]
  return (
    <>
      <PageHeader
        title={union.name}
        breadcrumbs={[{ label: t(messages.unions), href: '/staff/unions' }]}
        summary={
          <span className="ui-row">
            {union.state === 'dissolved' ? (
              <Tag>{t(messages.dissolved)}</Tag>
            ) : (
              <StatusBadge status={stage.status}>{t(stage.text)}</StatusBadge>
            )}
            <span>{union.parentName}</span>
          </span>
        }
        actions={<UnionActions union={union} />}
      />
      {union.vacancy && (
        <p role="status">
          <StatusBadge status="warn">
            {t(messages.vacancy, { since: union.vacancy.since, due: union.vacancy.dueOn })}
          </StatusBadge>
        </p>
      )}
      <div className="unions-columns">
        <div className="ui-stack">
          <FactsCard union={union} />
          <MattersCard union={union} />
        </div>
        <div className="ui-stack">
          <OfficersCard union={union} />
          <TermsCard union={union} />
          <DocumentsCard union={union} />
          <Allowed permission="membership.read-support">
            <SupportCard unionId={union.id} />
          </Allowed>
        </div>
      </div>
    </>
  )
}

function FactsCard({ union }: { union: Union }) {
  const t = useText()
  const format = useFormat()
  const women = {
    committee: t(messages.womenCommittee),
    commissioner: t(messages.womenCommissioner),
  }
  return (
    <Card title={t(messages.facts)}>
      <DescriptionList
        items={[
          { term: t(messages.form), value: t(formWords[union.form]) },
          { term: t(messages.creditCode), value: union.creditCode ?? t(messages.noCode) },
          {
            term: t(messages.newForm),
            value: union.newForm ? (union.trade ? t(tradeWords[union.trade]) : '✓') : t(messages.none),
          },
          { term: t(messages.founded), value: union.foundedOn && format.date(union.foundedOn) },
          {
            term: t(messages.members),
            value: (
              <Link href={`/staff/members?organisationId=${union.id}`}>
                {`${format.number(union.members)}（${t(messages.newForm)} ${format.number(union.newFormMembers)}）`}
              </Link>
            ),
          },
          { term: t(messages.retained), value: format.number(union.retained) },
          { term: t(messages.workers), value: union.workers === null ? null : format.number(union.workers) },
          { term: t(messages.women), value: union.women === null ? t(messages.none) : women[union.women] },
        ]}
      />
    </Card>
  )
}

function TermsCard({ union }: { union: Union }) {
  const t = useText()
  return (
    <Card title={t(messages.termsOf)}>
      {union.terms.length === 0 ? (
        <p className="ui-hint">{t(messages.noTerms)}</p>
      ) : (
        <ul className="unions-rows">
          {union.terms.map(({ no, fromDay, untilDay, extendedTo, extensionNumber }) => (
            <li key={no}>
              <span>{t(messages.termNo, { no })}</span>
              <span className="ui-figures">
                {t(messages.fromTo, { from: fromDay, to: untilDay })}
                {extendedTo !== null && (
                  <span className="ui-hint">
                    {' '}
                    {t(messages.extendedTo, { day: extendedTo, number: extensionNumber ?? '' })}
                  </span>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

function DocumentsCard({ union }: { union: Union }) {
  const t = useText()
  return (
    <Card title={t(messages.documents)}>
      {union.documents.length === 0 ? (
        <p className="ui-hint">{t(messages.noDocuments)}</p>
      ) : (
        <ul className="unions-rows">
          {union.documents.map(({ number, issuerName, issuedOn }) => (
            <li key={number}>
              <span>{number}</span>
              <span className="ui-hint">
                {issuerName} {issuedOn}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
