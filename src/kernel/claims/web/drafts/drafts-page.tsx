import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { InputOf, OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { claims } from '../../contract.ts'
import { messages } from './messages.ts'

type Row = OutputOf<typeof claims.listDrafts>['rows'][number]
type Wish = InputOf<typeof claims.listDrafts>

const PAGE_SIZE = 50
const ALL = 'all'
const views = [ALL, 'writing', 'handed-in', 'published', 'discarded'] as const

export const draftStatus: Readonly<Record<Row['state'], Status>> = {
  writing: 'info',
  'handed-in': 'warn',
  discarded: 'quiet',
  published: 'good',
}

/** Every text that the caller may read, the last saved first. */
export default function DraftsPage() {
  const t = useText()
  const [isBeginning, setBeginning] = useState(false)
  const [wish, setWish] = useState<Wish>({})
  const [page, setPage] = useState(1)
  const answer = useAnswer(claims.listDrafts, { ...wish, page, pageSize: PAGE_SIZE }, { keepLast: true })
  const change = (next: Wish) => {
    setWish(next)
    setPage(1)
  }
  return (
    <>
      <PageHeader
        title={t(messages.title)}
        summary={t(messages.summary)}
        actions={
          <Allowed permission="claims.write">
            <Button variant="primary" icon="plus" onPress={() => setBeginning(true)}>
              {t(messages.begin)}
            </Button>
          </Allowed>
        }
      />
      <DataTable
        label={t(messages.title)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.id}
        isServerSorted
        empty={<EmptyState title={t(messages.noDrafts)}>{t(messages.noDraftsHint)}</EmptyState>}
        filters={
          <div className="ui-row">
            <SegmentedControl
              label={t(messages.state)}
              segments={views.map((id) => ({ id, label: t(messages[id]) }))}
              value={wish.state ?? ALL}
              onChange={(state) => {
                const { state: _, ...rest } = wish
                change(state === ALL ? rest : { ...rest, state })
              }}
            />
            <SearchField
              label={t(messages.search)}
              value={wish.search ?? ''}
              onChange={(search) => change({ ...wish, search })}
            />
          </div>
        }
        pagination={{ page, pageSize: PAGE_SIZE, total: answer.data?.total ?? 0, onPageChange: setPage }}
      />
      <Dialog title={t(messages.begin)} isOpen={isBeginning} onOpenChange={setBeginning}>
        <BeginForm />
      </Dialog>
    </>
  )
}

function useColumns(): DataColumn<Row>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'title',
        header: t(messages.name),
        value: (row) => row.title,
        cell: (row) => <Link href={`/staff/drafts/${row.id}`}>{row.title}</Link>,
      },
      { id: 'kind', header: t(messages.kind), value: (row) => t(messages[row.kind]) },
      {
        id: 'state',
        header: t(messages.state),
        value: (row) => t(messages[row.state]),
        cell: (row) => <StatusBadge status={draftStatus[row.state]}>{t(messages[row.state])}</StatusBadge>,
      },
      { id: 'unit', header: t(messages.unit), value: (row) => row.organisationName },
      {
        id: 'saved',
        header: t(messages.lastSaved),
        value: (row) => `${row.savedByName} · ${format.relative(row.savedAt)}`,
      },
    ],
    [t, format],
  )
}

const kinds = ['report', 'notice', 'letter'] as const

function BeginForm() {
  const t = useText()
  const navigate = useNavigate()
  const command = useCommand(claims.createDraft)
  const [kind, setKind] = useState<(typeof kinds)[number]>('report')
  const submit = async (data: FormData) => {
    const { id } = await command.mutateAsync({ title: String(data.get('title')), kind })
    await navigate({ to: `/staff/drafts/${id}` })
  }
  return (
    <Form
      onSubmit={(data) => void submit(data).catch(() => undefined)}
      {...(command.error && formRefusal(command.error, t))}
    >
      <TextField name="title" label={t(messages.name)} isRequired autoFocus />
      <Select
        label={t(messages.kind)}
        options={kinds.map((id) => ({ id, label: t(messages[id]) }))}
        value={kind}
        onChange={(id) => setKind(id as (typeof kinds)[number])}
      />
      <div className="ui-dialog-actions">
        <Button type="submit" variant="primary" isPending={command.isPending}>
          {t(messages.begin)}
        </Button>
      </div>
    </Form>
  )
}
