import { useMemo, useState } from 'react'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge, type Status } from '#ui/data/status-badge.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText, type Translate } from '#ui/i18n/language.tsx'
import { useFormat, type Formatters } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { access } from '../contract.ts'
import { EndKeyDialog, NewKeyDialog, RotateKeyDialog } from './partner-key-dialogs.tsx'
import { staffMessages as messages } from './staff-messages.ts'

export type PartnerKey = OutputOf<typeof access.listPartnerKeys>['rows'][number]
type Doing = { readonly what: 'rotate' | 'end'; readonly key: PartnerKey } | { readonly what: 'create' }

const PAGE_SIZE = 50

/** The keys of partners' machines; what a key is, nobody can look up here. */
export default function PartnerKeysPage() {
  const t = useText()
  const [page, setPage] = useState(1)
  const [doing, setDoing] = useState<Doing>()
  const keys = useAnswer(access.listPartnerKeys, { page, pageSize: PAGE_SIZE }, { keepLast: true })
  const close = () => setDoing(undefined)
  return (
    <>
      <PageHeader
        title={t(messages.keysTitle)}
        summary={t(messages.keysSummary)}
        actions={
          <Button variant="primary" icon="plus" onPress={() => setDoing({ what: 'create' })}>
            {t(messages.newKey)}
          </Button>
        }
      />
      <DataTable
        label={t(messages.keysTitle)}
        columns={useColumns(setDoing)}
        {...rowsOf(keys)}
        rowId={(key) => key.id}
        empty={<EmptyState title={t(messages.none)} />}
        pagination={{ page, pageSize: PAGE_SIZE, total: keys.data?.total ?? 0, onPageChange: setPage }}
      />
      {doing?.what === 'create' && <NewKeyDialog operations={keys.data?.operations ?? []} onClose={close} />}
      {doing?.what === 'rotate' && <RotateKeyDialog partnerKey={doing.key} onClose={close} />}
      {doing?.what === 'end' && <EndKeyDialog partnerKey={doing.key} onClose={close} />}
    </>
  )
}

function useColumns(onDo: (doing: Doing) => void): DataColumn<PartnerKey>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(() => columnsOf(t, format, onDo), [t, format, onDo])
}

const columnsOf = (
  t: Translate,
  format: Formatters,
  onDo: (doing: Doing) => void,
): DataColumn<PartnerKey>[] => [
  { id: 'name', header: t(messages.keyName), value: (key) => key.name, isRowHeader: true, isFixed: true },
  { id: 'organisation', header: t(messages.organisation), value: (key) => key.organisationName },
  {
    id: 'hint',
    header: t(messages.keyEnd),
    value: (key) => key.hint,
    cell: (key) => <code>{key.hint}</code>,
  },
  { id: 'operations', header: t(messages.operations), value: (key) => key.operations.join(' ') },
  {
    id: 'expires',
    header: t(messages.expires),
    value: (key) => key.expiresAt,
    cell: (key) => format.dateTime(key.expiresAt),
  },
  {
    id: 'lastUsed',
    header: t(messages.lastUsed),
    value: (key) => key.lastUsedAt,
    cell: (key) => (key.lastUsedAt === null ? t(messages.never) : format.relative(key.lastUsedAt)),
  },
  {
    id: 'state',
    header: t(messages.state),
    value: (key) => key.state,
    cell: (key) => <StatusBadge status={badges[key.state].status}>{t(badges[key.state].text)}</StatusBadge>,
  },
  {
    id: 'do',
    header: `${t(messages.rotate)} / ${t(messages.stop)}`,
    value: () => '',
    cell: (key) =>
      key.state === 'active' && (
        <span className="ui-row">
          <Button
            aria-label={`${t(messages.rotate)} ${key.name}`}
            onPress={() => onDo({ what: 'rotate', key })}
          >
            {t(messages.rotate)}
          </Button>
          <Button aria-label={`${t(messages.stop)} ${key.name}`} onPress={() => onDo({ what: 'end', key })}>
            {t(messages.stop)}
          </Button>
        </span>
      ),
    width: 200,
  },
]

const badges = {
  active: { status: 'good', text: messages.active },
  expired: { status: 'warn', text: messages.expired },
  ended: { status: 'quiet', text: messages.stopped },
} as const satisfies Record<PartnerKey['state'], { status: Status; text: { zh: string; en: string } }>
