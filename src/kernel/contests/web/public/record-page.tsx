import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import { TextField } from '#ui/controls/text-field.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { contests } from '../../contract.ts'
import type { RoundRecord } from '../../shapes.ts'
import '../contests.css'
import { publicMessages as messages } from './messages.ts'
import { PublicTable } from './public-table.tsx'
import { Sheets } from './sheets.tsx'

type RecordProps = { readonly record: RoundRecord }

/** Everything that a stranger needs to count a closed round again, and how. */
export default function RecordPage() {
  const t = useText()
  const { roundId = '' } = useParams({ strict: false }) as { roundId?: string }
  const answer = useAnswer(contests.getRoundRecord, { id: roundId })
  const name = answer.data?.rule.name
  return (
    <ReportPage
      title={name === undefined ? t(messages.recordTitle) : t(messages.record, { name })}
      standfirst={t(messages.recordStandfirst)}
    >
      <Answered to={answer}>
        {(record) => (
          <>
            <ReportSection title={t(messages.check)}>
              <Verified roundId={record.roundId} />
              <FindOwn record={record} />
            </ReportSection>
            <ReportSection title={t(messages.how)}>
              <HowTo record={record} />
            </ReportSection>
            <ReportSection title={t(messages.ranking)}>
              <PublicTable
                label={t(messages.ranking)}
                heads={[
                  { label: t(messages.rank), isNumber: true },
                  { label: t(messages.entryNo), isNumber: true },
                  { label: t(messages.score), isNumber: true },
                ]}
                rows={record.ranking.map(({ rank, entry, mean }) => [rank, entry, mean.shown])}
              />
            </ReportSection>
            {record.tieDecisions.length > 0 && (
              <ReportSection title={t(messages.ties)}>
                <TieDecisions record={record} />
              </ReportSection>
            )}
            <ReportSection title={t(messages.sheets)}>
              <Sheets record={record} />
            </ReportSection>
          </>
        )}
      </Answered>
    </ReportPage>
  )
}

function TieDecisions({ record: { tieDecisions } }: RecordProps) {
  const t = useText()
  const format = useFormat()
  return (
    <ul className="contest-rounds">
      {tieDecisions.map(({ entries, reason, decidedOn }) => (
        <li key={entries.join(' ')}>
          {t(messages.tieOrder, { date: format.date(decidedOn), entries: entries.join('、'), reason })}
        </li>
      ))}
    </ul>
  )
}

function Verified({ roundId }: { readonly roundId: string }) {
  const t = useText()
  const answer = useAnswer(contests.verify, { round: roundId })
  return (
    <Answered to={answer} label={t(messages.checking)}>
      {({ agrees, sheets, faults }) => (
        <p role="status" className="contest-verdict">
          <StatusBadge status={agrees ? 'good' : 'bad'}>
            {agrees ? t(messages.agrees, { sheets }) : t(messages.differs, { count: faults.length })}
          </StatusBadge>
        </p>
      )}
    </Answered>
  )
}

const SHORTEST = 6

/** A judge pastes the beginning of their receipt and sees whether it is in the list. */
function FindOwn({ record }: RecordProps) {
  const t = useText()
  const [text, setText] = useState('')
  const wanted = text.trim().toLowerCase()
  const found = record.sheets.find(({ commitment }) => commitment.startsWith(wanted))
  return (
    <div className="contest-own">
      <TextField
        label={t(messages.yours)}
        description={t(messages.yoursHint)}
        value={text}
        onChange={setText}
      />
      {wanted.length >= SHORTEST && (
        <p role="status" className="contest-verdict">
          <StatusBadge status={found === undefined ? 'bad' : 'good'}>
            {found === undefined ? t(messages.notFound) : t(messages.found, { entry: found.entry })}
          </StatusBadge>
        </p>
      )}
    </div>
  )
}

function HowTo({ record }: RecordProps) {
  const t = useText()
  return (
    <div className="ui-prose">
      <p>{t(messages.how1)}</p>
      <p>{t(messages.how2)}</p>
      <p>{t(messages.listDigest)}</p>
      <code className="contest-commitment">{record.listDigest}</code>
      <p>{t(messages.how3)}</p>
      <code className="contest-commitment">{`zhenyi contests verify ${record.roundId}`}</code>
    </div>
  )
}
