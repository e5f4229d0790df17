import { useMemo, useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { access } from '../contract.ts'
import { staffMessages as messages } from './staff-messages.ts'

type Grant = OutputOf<typeof access.listGrants>['rows'][number]

const PAGE_SIZE = 50
const states = ['active', 'ended', 'all'] as const
type State = (typeof states)[number]

export function GrantsTable() {
  const t = useText()
  const [state, setState] = useState<State>('active')
  const [page, setPage] = useState(1)
  const [ending, setEnding] = useState<Grant>()
  const grants = useAnswer(access.listGrants, { state, page, pageSize: PAGE_SIZE }, { keepLast: true })
  const show = (chosen: State) => {
    setState(chosen)
    setPage(1)
  }
  return (
    <>
      <DataTable
        label={t(messages.grants)}
        columns={useColumns(setEnding)}
        {...rowsOf(grants)}
        rowId={(grant) => grant.id}
        empty={<EmptyState title={t(messages.none)} />}
        filters={
          <FilterBar>
            <SegmentedControl
              label={t(messages.state)}
              segments={states.map((id) => ({ id, label: t(messages[id]) }))}
              value={state}
              onChange={show}
            />
          </FilterBar>
        }
        pagination={{ page, pageSize: PAGE_SIZE, total: grants.data?.total ?? 0, onPageChange: setPage }}
      />
      <EndDialog grant={ending} onClose={() => setEnding(undefined)} />
    </>
  )
}

function EndDialog({ grant, onClose }: { grant: Grant | undefined; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const end = useCommand(access.endGrant)
  const confirm = (reason: string) =>
    end.mutate(
      { id: grant!.id, reason },
      {
        onSuccess: () => {
          toast({ text: t(messages.roleEnded) })
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      title={t(messages.endTitle)}
      confirmLabel={t(messages.end)}
      isDanger
      isOpen={grant !== undefined}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isPending={end.isPending}
      asksReason={{}}
      onConfirm={confirm}
    >
      {grant !== undefined && (
        <p>
          {t(messages.endWhat, {
            name: grant.personName,
            organisation: grant.organisationName,
            role: t(grant),
          })}
        </p>
      )}
      {end.error && <p role="alert">{t(end.error.problems[0]?.reason ?? end.error.text)}</p>}
    </ConfirmDialog>
  )
}

function useColumns(onEnd: (grant: Grant) => void): DataColumn<Grant>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(() => columnsOf(t, format, onEnd), [t, format, onEnd])
}

const columnsOf = (t: Translate, format: Formatters, onEnd: (grant: Grant) => void): DataColumn<Grant>[] => [
  {
    id: 'person',
    header: t(messages.person),
    value: (grant) => grant.personName,
    isRowHeader: true,
    isFixed: true,
  },
  { id: 'role', header: t(messages.role), value: (grant) => t(grant) },
  { id: 'organisation', header: t(messages.organisation), value: (grant) => grant.organisationName },
  {
    id: 'from',
    header: t(messages.from),
    value: (grant) => grant.validFrom,
    cell: (grant) => format.date(grant.validFrom),
  },
  {
    id: 'until',
    header: t(messages.until),
    value: (grant) => grant.validTo,
    cell: (grant) => (grant.validTo === null ? t(messages.lasting) : format.date(grant.validTo)),
  },
  { id: 'givenBy', header: t(messages.givenBy), value: (grant) => grant.grantedBy },
  { id: 'reason', header: t(messages.reason), value: (grant) => grant.endReason ?? grant.reason },
  {
    id: 'state',
    header: t(messages.state),
    value: (grant) => (grant.active ? 1 : 0),
    cell: (grant) => (
      <StatusBadge status={grant.active ? 'good' : 'quiet'}>
        {t(grant.active ? messages.active : messages.ended)}
      </StatusBadge>
    ),
  },
  {
    id: 'end',
    header: t(messages.end),
    value: () => '',
    cell: (grant) =>
      grant.mayEnd && (
        <Button
          aria-label={`${t(messages.end)} ${grant.personName} ${t(grant)}`}
          onPress={() => onEnd(grant)}
        >
          {t(messages.end)}
        </Button>
      ),
    width: 100,
  },
]
