import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { Stat } from '#ui/data/stat.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { greenTravel } from '../../contract.ts'
import { messages } from './messages.ts'

type Answer = OutputOf<typeof greenTravel.saidAndRecorded>

/** What was said in print of the rides, held against the records, with every step of the arithmetic. */
export default function SaidPage() {
  const t = useText()
  const answer = useAnswer(greenTravel.saidAndRecorded, {})
  return (
    <ReportPage
      title={t(messages.title)}
      standfirst={t(messages.standfirst)}
      dateline={<Link href="/report/green-travel.rides">{t(messages.toFigure)}</Link>}
    >
      <Answered to={answer}>{(all) => <Story all={all} />}</Answered>
    </ReportPage>
  )
}

function Story({ all }: { readonly all: Answer }) {
  const t = useText()
  const format = useFormat()
  const { said, payableRides, aboveRecords } = all
  if (said === null || payableRides === null || aboveRecords === null)
    return <EmptyState title={t(messages.nothingSaid)} />
  const number = (value: number) => format.number(value)
  return (
    <div className="ui-stack">
      <div className="ui-stats">
        <Stat label={t(messages.said)} value={said.rides} unit={t(messages.turns)} note={said.source} />
        <Stat label={t(messages.recorded)} value={all.recordedRides} unit={t(messages.turns)} />
        <Stat label={t(messages.above)} value={aboveRecords} unit={t(messages.turns)} />
      </div>
      <ReportSection title={t(messages.arithmetic)}>
        <DescriptionList
          items={[
            { term: t(messages.saidPaid), value: format.yuan(said.paidFen) },
            { term: t(messages.share), value: format.yuan(all.unionFen) },
            {
              term: t(messages.pays),
              value: `${format.yuan(said.paidFen)} ÷ ${format.yuan(all.unionFen)} = ${number(payableRides)} ${t(messages.turns)}${t(messages.remainder, { yuan: format.yuan(said.paidFen - payableRides * all.unionFen) })}`,
            },
            {
              term: t(messages.gap),
              value: `${number(said.rides)} − ${number(all.recordedRides)} = ${number(aboveRecords)} ${t(messages.turns)}`,
            },
            {
              term: t(messages.wouldCost),
              value: `${number(said.rides)} × ${format.yuan(all.unionFen)} = ${format.yuan(said.rides * all.unionFen)}`,
            },
          ]}
        />
      </ReportSection>
      <ReportSection title={t(messages.money)}>
        <DescriptionList
          items={[
            { term: t(messages.earned), value: format.yuan(all.earnedFen) },
            { term: t(messages.paid), value: format.yuan(all.paidFen) },
            { term: t(messages.advance), value: format.yuan(all.paidFen - all.earnedFen) },
          ]}
        />
      </ReportSection>
    </div>
  )
}
