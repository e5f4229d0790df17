import { useMemo, useState } from 'react'
import { useDownload } from '#kernel/files/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useSettled } from '#ui/controls/use-settled.ts'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { DataTable } from '#ui/table/data-table.tsx'
import { rowsOf } from '#ui/table/rows-of.tsx'
import { FilterBar } from '#ui/table/filter-bar.tsx'
import type { DataColumn } from '#ui/table/table-types.ts'
import { membership } from '../../../contract.ts'
import { joinPath } from '../../../rules/join-code.ts'
import { rollMessages } from './messages.ts'
import { NothingMatches } from './nothing-matches.tsx'
import { changed, pageOf } from './search-state.ts'
import './roll.css'

type Row = OutputOf<typeof membership.listJoinPlaces>['rows'][number]

const A_PAGE = 50

/** Every union within reach with its join code: the poster, the link, a new code. */
export default function PostersPage() {
  const t = useText()
  const [text, setText] = useSearchText()
  const search = (text.get('search') ?? '').slice(0, 40)
  const [typed, setTyped] = useSettled(search, (words) => setText(changed(text, { search: words })))
  const answer = useAnswer(
    membership.listJoinPlaces,
    { ...(search !== '' && { search }), page: pageOf(text), pageSize: A_PAGE },
    { keepLast: true },
  )
  return (
    <>
      <PageHeader title={t(rollMessages.posters)} summary={t(rollMessages.postersLead)} />
      <DataTable
        label={t(rollMessages.posters)}
        columns={useColumns()}
        {...rowsOf(answer)}
        rowId={(row) => row.organisationId}
        filters={
          <FilterBar>
            <div className="roll-search">
              <SearchField
                label={t(rollMessages.search)}
                placeholder={t(rollMessages.union)}
                value={typed}
                onChange={setTyped}
              />
            </div>
          </FilterBar>
        }
        empty={<NothingMatches onClear={() => setText(new URLSearchParams())} />}
        pagination={{
          page: pageOf(text),
          pageSize: A_PAGE,
          total: answer.data?.total ?? 0,
          onPageChange: (page) => setText(changed(text, { page: String(page) })),
        }}
      />
    </>
  )
}

function useColumns(): DataColumn<Row>[] {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      {
        id: 'union',
        header: t(rollMessages.union),
        value: (row) => row.name,
        isRowHeader: true,
        isFixed: true,
      },
      {
        id: 'code',
        header: t(rollMessages.code),
        value: (row) => row.code ?? t(rollMessages.noCode),
        width: 140,
      },
      {
        id: 'issued',
        header: t(rollMessages.issuedAt),
        value: (row) => row.issuedAt,
        cell: (row) => (row.issuedAt === null ? null : format.date(row.issuedAt, 'numeric')),
        width: 130,
      },
      {
        id: 'actions',
        header: t(rollMessages.actions),
        value: () => '',
        cell: (row) => <Actions row={row} />,
        width: 380,
      },
    ],
    [t, format],
  )
}

function Actions({ row }: { row: Row }) {
  const t = useText()
  const toast = useToast()
  const [isAsked, setAsked] = useState(false)
  const issue = useCommand(membership.issueJoinCode)
  const download = useDownload(membership.joinPoster)
  const { code, organisationId } = row
  const give = () => issue.mutate({ organisationId }, { onSettled: () => setAsked(false) })
  const copy = async () => {
    await navigator.clipboard.writeText(`${location.origin}${joinPath(code ?? '')}`)
    toast({ text: t(rollMessages.copied), icon: 'copy' })
  }
  if (code === null)
    return (
      <Button icon="qr" isPending={issue.isPending} onPress={give}>
        {t(rollMessages.issue)}
      </Button>
    )
  return (
    <div className="ui-row">
      <Button
        icon="download"
        isPending={download.isPending}
        onPress={() => void download.start({ organisationId }, `入会海报-${row.name}.pdf`)}
      >
        {t(rollMessages.poster_pdf)}
      </Button>
      <Button variant="quiet" icon="copy" onPress={() => void copy()}>
        {t(rollMessages.copyLink)}
      </Button>
      <Button variant="quiet" icon="refresh" onPress={() => setAsked(true)}>
        {t(rollMessages.reissue)}
      </Button>
      {download.failure && <p role="alert">{t(download.failure.text)}</p>}
      <ConfirmDialog
        title={t(rollMessages.reissueTitle)}
        confirmLabel={t(rollMessages.reissue)}
        isOpen={isAsked}
        onOpenChange={setAsked}
        isPending={issue.isPending}
        isDanger
        onConfirm={give}
      >
        {t(rollMessages.reissueText)}
      </ConfirmDialog>
    </div>
  )
}
