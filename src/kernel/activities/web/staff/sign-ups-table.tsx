import { useMemo, useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useDownload } from '#kernel/files/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { Stat } from '#ui/data/stat.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { activities } from '../../contract.ts'
import type { Activity } from '../member/activity-page.tsx'
import { messages as memberMessages } from '../messages.ts'
import { staffMessages as messages } from '../staff-messages.ts'
import { StandingBadge } from '../standing-badge.tsx'
import { Door } from './door.tsx'

export type SignUp = OutputOf<typeof activities.listSignUps>['rows'][number]

const PAGE_SIZE = 100

/** Who signed up in their order, with seats, waiting list and the door. */
export function SignUpsTable({ activity }: { activity: Activity }) {
  const t = useText()
  const [page, setPage] = useState(1)
  const answer = useAnswer(
    activities.listSignUps,
    { id: activity.id, page, pageSize: PAGE_SIZE },
    { keepLast: true, everySeconds: 30 },
  )
  const counted = answer.data ?? { seated: 0, waiting: 0, checkedIn: 0, total: 0 }
  return (
    <>
      <div className="ui-stats">
        <Stat label={t(messages.seated)} value={counted.seated} />
        <Stat label={t(messages.waiting)} value={counted.waiting} />
        <Stat label={t(messages.came)} value={counted.checkedIn} />
      </div>
      <DataTable
        label={t(messages.list)}
        columns={useColumns(activity)}
        {...rowsOf(answer)}
        rowId={(row) => String(row.no)}
        isServerSorted
        empty={<EmptyState title={t(messages.nobody)}>{t(messages.nobodyWhy)}</EmptyState>}
        filters={
          <Allowed permission="activities.run">
            <ExportList activity={activity} />
          </Allowed>
        }
        pagination={{ page, pageSize: PAGE_SIZE, total: counted.total, onPageChange: setPage }}
      />
    </>
  )
}

function useColumns(activity: Activity): DataColumn<SignUp>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      { id: 'no', header: t(messages.no), value: (row) => row.no, isNumber: true, width: 80 },
      { id: 'name', header: t(messages.person), value: (row) => row.name, isRowHeader: true, isFixed: true },
      {
        id: 'seat',
        header: t(messages.seat),
        value: (row) => t(memberMessages[row.standing], { position: row.position ?? 0 }),
        cell: (row) => <StandingBadge mine={row} t={t} />,
        width: 180,
      },
      {
        id: 'at',
        header: t(messages.at),
        value: (row) => row.signedUpAt,
        cell: (row) => format.dateTime(row.signedUpAt, 'numeric'),
        width: 180,
      },
      {
        id: 'came',
        header: t(messages.checkedInAt),
        value: (row) => row.checkedInAt,
        cell: (row) =>
          row.checkedInAt !== null &&
          `${format.dateTime(row.checkedInAt, 'numeric')} ${t(row.source === 'code' ? messages.byCode : messages.atDesk)}`,
        width: 240,
      },
      {
        id: 'actions',
        header: t(messages.actions),
        value: () => '',
        cell: (row) => <Door activity={activity} signUp={row} />,
        width: 130,
      },
    ],
    [t, format, activity],
  )
}

function ExportList({ activity: { id, title } }: { activity: Activity }) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  const download = useDownload(activities.exportSignUps)
  const take = async (reason: string) => {
    if (await download.start({ id, reason }, `${title}报名名单.xlsx`)) setAsked(false)
  }
  return (
    <span className="ui-row">
      <Button icon="download" onPress={() => setAsked(true)}>
        {t(messages.exportList)}
      </Button>
      <ConfirmDialog
        title={t(messages.exportTitle)}
        confirmLabel={t(messages.exportList)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isPending={download.isPending}
        asksReason={{}}
        onConfirm={(reason) => void take(reason)}
      >
        <p>{t(messages.exportText)}</p>
        {download.failure && <p role="alert">{t(download.failure.text)}</p>}
      </ConfirmDialog>
    </span>
  )
}
