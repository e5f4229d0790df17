import { useMemo, useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { membership } from '../../../../contract.ts'
import '../../../member-unions/member-unions.css'
import { outcomeStatus } from '../../../union-words.ts'
import { withChanged } from '../unions-search.ts'
import '../unions.css'
import { messages } from './messages.ts'
import { PolicyCard } from './policy-card.tsx'
import { PolicyDialog } from './policy-dialog.tsx'
import { sayMilestone } from './say-milestone.ts'

const PAGE_SIZE = 50

/** Policies with what is left of their budgets, and the claims that wait or were paid. */
export default function SupportPage() {
  const t = useText()
  const [isMaking, setMaking] = useState(false)
  const policies = useAnswer(membership.listPolicies, { pageSize: 50 })
  return (
    <>
      <PageHeader
        title={t(messages.support)}
        summary={t(messages.summary)}
        actions={
          <Allowed permission="membership.support-policies">
            <Button variant="primary" icon="plus" onPress={() => setMaking(true)}>
              {t(messages.newPolicy)}
            </Button>
          </Allowed>
        }
      />
      <div className="ui-stack">
        <Answered to={policies}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title={t(messages.noPolicies)}>{t(messages.noPoliciesWhy)}</EmptyState>
            ) : (
              rows.map((policy) => <PolicyCard key={policy.id} policy={policy} />)
            )
          }
        </Answered>
        <Claims />
      </div>
      {isMaking && <PolicyDialog onClose={() => setMaking(false)} />}
    </>
  )
}

const views = ['open', 'to-pay', 'paid', 'all'] as const
const viewWords = {
  open: messages.viewOpen,
  'to-pay': messages.viewToPay,
  paid: messages.viewPaid,
  all: messages.viewAll,
}
type Row = OutputOf<typeof membership.listClaims>['rows'][number]

function Claims() {
  const t = useText()
  const [given, setGiven] = useSearchText()
  const view = views.find((one) => one === given.get('view')) ?? 'open'
  const page = Number(given.get('page')) || 1
  const answer = useAnswer(
    membership.listClaims,
    { view, search: given.get('search') ?? '', page, pageSize: PAGE_SIZE },
    { keepLast: true },
  )
  return (
    <DataTable
      label={t(messages.claims)}
      columns={useColumns()}
      {...rowsOf(answer)}
      rowId={(row) => row.id}
      isServerSorted
      empty={
        <EmptyState kind="done" title={t(messages.noClaims)}>
          {t(messages.noClaimsWhy)}
        </EmptyState>
      }
      filters={
        <span className="ui-row">
          <SegmentedControl
            label={t(messages.view)}
            segments={views.map((id) => ({ id, label: t(viewWords[id]) }))}
            value={view}
            onChange={(id) => setGiven(withChanged(given, { view: id }))}
          />
          <SearchField
            label={t(messages.search)}
            defaultValue={given.get('search') ?? ''}
            onSubmit={(search) => setGiven(withChanged(given, { search }))}
            onClear={() => setGiven(withChanged(given, { search: undefined }))}
          />
        </span>
      }
      pagination={{
        page,
        pageSize: PAGE_SIZE,
        total: answer.data?.total ?? 0,
        onPageChange: (next) => setGiven(withChanged(given, { page: String(next) })),
      }}
    />
  )
}

function useColumns(): DataColumn<Row>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(() => columnsOf(t, format), [t, format])
}

const columnsOf = (t: Translate, format: Formatters): DataColumn<Row>[] => [
  {
    id: 'union',
    header: t(messages.union),
    value: (row) => row.unionName,
    cell: (row) => <Link href={`/staff/unions/claims/${row.id}`}>{row.unionName}</Link>,
    isRowHeader: true,
    isFixed: true,
    width: 260,
  },
  {
    id: 'milestone',
    header: t(messages.milestones),
    value: (row) => sayMilestone(row.milestone, t, format),
  },
  { id: 'counted', header: t(messages.counted), value: (row) => row.counted, isNumber: true, width: 80 },
  {
    id: 'amount',
    header: t(messages.amount),
    value: (row) => row.amountFen / 100,
    cell: (row) => format.yuan(row.amountFen),
    isNumber: true,
    width: 100,
  },
  {
    id: 'state',
    header: t(messages.state),
    value: (row) => t(row.standing.stateTitle),
    cell: (row) => (
      <StatusBadge status={outcomeStatus(row.standing.outcome)}>{t(row.standing.stateTitle)}</StatusBadge>
    ),
    width: 190,
  },
  { id: 'paidOn', header: t(messages.paidOn), value: (row) => row.paidOn, width: 105 },
  { id: 'receipt', header: t(messages.receipt), value: (row) => row.receipt, width: 140 },
  { id: 'by', header: t(messages.claimedBy), value: (row) => row.claimedBy, width: 100 },
]
