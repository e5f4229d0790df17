import { useParams } from '@tanstack/react-router'
import { Allowed } from '#kernel/access/client.ts'
import { useDownload } from '#kernel/files/client.ts'
import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { Stat } from '#ui/data/stat.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered, Refused } from '#ui/states/answered.tsx'
import { DataTable } from '#ui/table/data-table.tsx'
import { greenTravel } from '../../../../contract.ts'
import { clockText } from '../clock-text.ts'
import { settlementMessages as messages } from '../messages.ts'
import '../settlement.css'
import { FileState, isUnderWay } from './file-state.tsx'

type Detail = OutputOf<typeof greenTravel.getScanFile>

/** One file: what became of its lines, reason by reason, and the answers to take home. */
export default function FilePage() {
  const id = Number(useParams({ strict: false })['fileId'])
  const answer = useAnswer(greenTravel.getScanFile, { id }, { everySeconds: 3 })
  return <Answered to={answer}>{(detail) => <File detail={detail} />}</Answered>
}

function File({ detail }: { readonly detail: Detail }) {
  const t = useText()
  const format = useFormat()
  const { file, results, examples } = detail
  return (
    <>
      <PageHeader
        title={file.name}
        breadcrumbs={[
          { label: t(messages.files), href: `/staff/green-travel/files?company=${file.companyUnit}` },
        ]}
        summary={<FileState file={file} />}
        actions={<FileActions detail={detail} />}
      />
      <div className="ui-stack">
        <div className="ui-stats">
          <Stat label={t(messages.lines)} value={file.lines ?? 0} />
          <Stat label={t(messages.accepted)} value={file.accepted} unit={t(messages.turns)} />
          <Stat label={t(messages.duplicate)} value={file.duplicate} />
          <Stat label={t(messages.refusedLines)} value={file.refused} />
          <Stat label={t(messages.secondUse)} value={file.secondUse} />
        </div>
        <div className="green-travel-columns">
          <Card title={t(messages.results)}>
            <DescriptionList
              items={results
                .filter(({ lines }) => lines > 0)
                .map(({ text, lines }) => ({ term: t(text), value: format.number(lines) }))}
            />
          </Card>
          <Card title={t(messages.fileName)}>
            <DescriptionList
              items={[
                { term: t(messages.company), value: file.companyName },
                { term: t(messages.reader), value: file.reader },
                { term: t(messages.number), value: file.number },
                { term: t(messages.clock), value: clockText(t, file.clockOffsetSeconds) },
                {
                  term: t(messages.signatures),
                  value: t(messages.signaturesOf, {
                    checked: file.signaturesChecked,
                    failed: file.signaturesFailed,
                  }),
                },
                {
                  term: t(messages.receivedAt),
                  value: `${format.dateTime(file.receivedAt)} · ${file.madeBy}`,
                },
              ]}
            />
          </Card>
        </div>
        {examples.length > 0 && (
          <DataTable
            label={t(messages.examples)}
            columns={[
              {
                id: 'line',
                header: t(messages.line),
                value: (row) => row.line,
                isNumber: true,
                isRowHeader: true,
                width: 100,
              },
              { id: 'why', header: t(messages.why), value: (row) => t(row.text) },
              {
                id: 'takenAt',
                header: t(messages.takenAt),
                value: (row) => row.takenAt,
                cell: (row) => (row.takenAt === null ? '—' : format.dateTime(row.takenAt)),
                width: 170,
              },
            ]}
            rows={examples}
            rowId={(row) => String(row.line)}
          />
        )}
      </div>
    </>
  )
}

function FileActions({ detail: { file } }: { readonly detail: Detail }) {
  const t = useText()
  const download = useDownload(greenTravel.scanFileAnswers)
  const pause = useCommand(greenTravel.pauseScanFile)
  const resume = useCommand(greenTravel.resumeScanFile)
  const failure = download.failure ?? pause.error ?? resume.error
  const take = (onlyRefused: boolean) =>
    void download.start(
      { id: file.id, onlyRefused },
      `${file.reader ?? 'file'}-${file.number ?? file.id}.csv`,
    )
  return (
    <>
      {failure && <Refused error={failure} />}
      <Allowed permission="green-travel.files">
        {isUnderWay(file) && file.state !== 'posting' && (
          <Button isPending={pause.isPending} onPress={() => pause.mutate({ id: file.id })}>
            {t(messages.pause)}
          </Button>
        )}
        {file.state === 'paused' && (
          <Button
            variant="primary"
            isPending={resume.isPending}
            onPress={() => resume.mutate({ id: file.id })}
          >
            {t(messages.resume)}
          </Button>
        )}
      </Allowed>
      {file.state === 'done' && (
        <>
          <Button icon="download" isPending={download.isPending} onPress={() => take(true)}>
            {t(messages.onlyRefused)}
          </Button>
          <Button icon="download" isPending={download.isPending} onPress={() => take(false)}>
            {t(messages.answers)}
          </Button>
        </>
      )}
    </>
  )
}
