import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { ledger } from '../contract.ts'
import { accountKindWords } from '../words.ts'
import type { Account } from './account.ts'
import { messages } from './messages.ts'
import { Reservations } from './reservations.tsx'
import { Statement } from './statement.tsx'
import { useAmount } from './use-amount.ts'
import { Verification } from './verification.tsx'

export default function AccountPage() {
  const { accountId } = useParams({ strict: false }) as { accountId: string }
  const answer = useAnswer(ledger.getAccount, { id: accountId })
  return <Answered to={answer}>{(account) => <Shown key={account.id} account={account} />}</Answered>
}

function Shown({ account }: { account: Account }) {
  const t = useText()
  return (
    <div className="ui-stack">
      <PageHeader
        title={t(account.name)}
        breadcrumbs={[{ label: t(messages.title), href: '/staff/ledger' }]}
        summary={account.organisationName}
      />
      <Verification accountId={account.id} />
      <Card title={t(messages.facts)}>
        <Facts account={account} />
      </Card>
      <Card title={t(messages.statement)}>
        <Statement account={account} />
      </Card>
      <Card title={t(messages.reservations)}>
        <Reservations account={account} />
      </Card>
    </div>
  )
}

function Facts({ account }: { account: Account }) {
  const t = useText()
  const format = useFormat()
  const amount = useAmount()
  const { balance, currency } = account
  const sums = (['posted', 'held', 'available', 'expected'] as const).map((name) => ({
    term: t(messages[name]),
    value: amount(balance[name], currency),
  }))
  return (
    <DescriptionList
      items={[
        ...sums,
        { term: t(messages.kind), value: t(accountKindWords[account.kind]) },
        {
          term: t(messages.rule),
          value: t(messages[account.forbidsOverdraft ? 'noOverdraft' : 'mayOverdraft']),
        },
        { term: t(messages.programme), value: t(account.programmeName) },
        { term: t(messages.openedAt), value: format.dateTime(account.openedAt) },
        {
          term: t(messages.state),
          value:
            account.closedAt === null ? (
              <StatusBadge status="good">{t(messages.open)}</StatusBadge>
            ) : (
              <StatusBadge status="quiet">{`${t(messages.closed)} ${format.dateTime(account.closedAt)}`}</StatusBadge>
            ),
        },
      ]}
    />
  )
}
