import { Allowed } from '#kernel/access/client.ts'
import { Drawer } from '#ui/controls/drawer.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import type { ReportRow } from '../types.ts'
import { facilityText, proofWords, reportKindWords } from '../words.ts'
import { AnswerForm } from './answer-form.tsx'
import { reportMessages } from './messages.ts'
import { ReportBadge } from './report-badge.tsx'
import { ReportStory } from './report-story.tsx'

type ReportDrawerProps = { readonly report: ReportRow | undefined; readonly onClose: () => void }

/** One report beside the list: what, how well it is proved, what happened since, and a way to answer. */
export function ReportDrawer({ report, onClose }: ReportDrawerProps) {
  const t = useText()
  return (
    <Drawer
      title={report ? t(reportKindWords[report.kind]) : ''}
      isOpen={report !== undefined}
      onOpenChange={onClose}
    >
      {report && <ReportRecord report={report} />}
    </Drawer>
  )
}

function ReportRecord({ report }: { report: ReportRow }) {
  const t = useText()
  const format = useFormat()
  const weight = t(reportMessages.weight, { percent: format.percent(report.weight) })
  return (
    <div className="ui-stack">
      <div className="ui-row">
        <ReportBadge report={report} />
        <Link href={`/staff/stations/${report.stationCode}`}>{report.stationName}</Link>
      </div>
      {report.words && <p>{report.words}</p>}
      <DescriptionList
        items={[
          ...(report.facility === null
            ? []
            : [{ term: t(reportMessages.facility), value: t(facilityText(report.facility as never)) }]),
          { term: t(reportMessages.at), value: format.dateTime(report.at) },
          ...(report.arrivedAt === null
            ? []
            : [{ term: t(reportMessages.arrived), value: format.dateTime(report.arrivedAt) }]),
          { term: t(reportMessages.due), value: format.dateTime(report.dueAt) },
          { term: t(reportMessages.proof), value: `${t(proofWords[report.proof])} · ${weight}` },
        ]}
      />
      <h3>{t(reportMessages.story)}</h3>
      <ReportStory report={report} />
      {report.state !== 'settled' && (
        <Allowed permission="stations.answer">
          <AnswerForm report={report} />
        </Allowed>
      )}
    </div>
  )
}
