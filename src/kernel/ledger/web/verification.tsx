import { useMemo, useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { ledger } from '../contract.ts'
import type { Finding } from '../shapes.ts'
import { messages } from './messages.ts'

/** Derives every balance anew, when asked: it reads the whole history of one account, or of all within reach. */
export function Verification({ accountId }: { accountId?: string }) {
  const t = useText()
  const [asked, setAsked] = useState(0)
  return (
    <div className="ui-stack" role="status">
      <div>
        <Button icon="check" onPress={() => setAsked(asked + 1)}>
          {t(messages.verify)}
        </Button>
      </div>
      {asked > 0 && <Verdict key={asked} {...(accountId !== undefined && { accountId })} />}
    </div>
  )
}

function Verdict(input: { accountId?: string }) {
  const answer = useAnswer(ledger.verify, input)
  // An answer that is kept from the last time proves nothing about now.
  if (answer.isFetching)
    return <Answered to={{ ...answer, data: undefined, error: null }}>{() => null}</Answered>
  return <Answered to={answer}>{(verdict) => <Told {...verdict} />}</Answered>
}

function Told({ intact, accounts, transfers, findings }: OutputOf<typeof ledger.verify>) {
  const t = useText()
  const columns = useMemo(() => columnsOf(t), [t])
  if (intact)
    return (
      <div>
        <StatusBadge status="good">{t(messages.intact, { accounts, transfers })}</StatusBadge>
      </div>
    )
  return (
    <>
      <div>
        <StatusBadge status="bad">{t(messages.broken, { count: findings.length })}</StatusBadge>
      </div>
      <DataTable
        label={t(messages.findings)}
        columns={columns}
        rows={findings}
        rowId={(row) => `${row.accountId} ${row.kind} ${row.at}`}
      />
    </>
  )
}

const kindMessages = {
  balance: messages.findingBalance,
  'day-total': messages.findingDayTotal,
  'open-pending': messages.findingOpenPending,
  overdraft: messages.findingOverdraft,
  link: messages.findingLink,
} as const

const columnsOf = (t: Translate): DataColumn<Finding>[] => [
  {
    id: 'account',
    header: t(messages.account),
    value: (row) => t(row.accountName),
    cell: (row) => <Link href={`/staff/ledger/${row.accountId}`}>{t(row.accountName)}</Link>,
    isRowHeader: true,
    isFixed: true,
  },
  { id: 'what', header: t(messages.what), value: (row) => t(kindMessages[row.kind]), width: 160 },
  { id: 'where', header: t(messages.where), value: (row) => row.at },
  { id: 'stored', header: t(messages.stored), value: (row) => row.stored, isNumber: true },
  { id: 'replayed', header: t(messages.replayed), value: (row) => row.replayed, isNumber: true },
]
