import { Allowed } from '#kernel/access/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Select } from '#ui/controls/select.tsx'
import { Stat } from '#ui/data/stat.tsx'
import { PageHeader } from '#ui/frames/page-header.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { greenTravel } from '../../../../contract.ts'
import { settlementMessages as messages } from '../messages.ts'
import '../settlement.css'
import { CompanyField, useCompany } from '../use-company.tsx'
import { ClaimRefused } from './claim-refused.tsx'
import { DifferencesTable } from './differences-table.tsx'
import { MonthActions } from './month-actions.tsx'
import { SendClaim } from './send-claim.tsx'

export type Month = OutputOf<typeof greenTravel.getMonth>
export type OfMonth = { readonly companyUnit: string; readonly month: string }

/** A month of a company: what the three say, the claim, the differences as a work list, and the way to the statement. */
export default function MonthPage() {
  const t = useText()
  const choice = useCompany()
  const asked = choice.search.get('month')
  const month = /^20\d\d-[01]\d$/.test(asked ?? '') ? asked! : lastMonth()
  const { company } = choice
  return (
    <Answered to={choice.answer}>
      {() =>
        company === undefined ? (
          <>
            <PageHeader title={t(messages.monthTitle)} />
            <EmptyState title={t(messages.noCompany)}>{t(messages.noCompanyHint)}</EmptyState>
          </>
        ) : (
          <OneMonth of={{ companyUnit: company.unit, month }} choice={choice} />
        )
      }
    </Answered>
  )
}

/** The month that waits to be settled is the one before this. */
function lastMonth(): string {
  const today = cityDay(Date.now())
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`
}

function OneMonth({ of, choice }: { readonly of: OfMonth; readonly choice: ReturnType<typeof useCompany> }) {
  const t = useText()
  const answer = useAnswer(greenTravel.getMonth, of, { keepLast: true })
  return (
    <>
      <PageHeader
        title={`${t(messages.monthTitle)} · ${of.month}`}
        summary={t(messages.monthSummary)}
        actions={answer.data && <MonthActions of={of} month={answer.data} />}
      />
      <div className="ui-stack">
        <div className="green-travel-choice">
          <CompanyField {...choice} />
          <Select
            label={t(messages.month)}
            options={monthsFrom(answer.data, of.month).map((id) => ({ id, label: id }))}
            value={of.month}
            onChange={(month) => choice.change('month', month)}
          />
        </div>
        <Answered to={answer}>
          {(month) => (
            <>
              <Sides month={month} />
              <ClaimRefused of={of} refused={month.claim?.refused ?? 0} />
            </>
          )}
        </Answered>
        {answer.data?.statement?.state !== 'settled' && (
          <Allowed permission="green-travel.files">
            <SendClaim of={of} />
          </Allowed>
        )}
        <DifferencesTable of={of} choice={choice} />
      </div>
    </>
  )
}

/** Months of which something is known, and the one that is looked at. */
const monthsFrom = (month: Month | undefined, shown: string): string[] =>
  [...new Set([shown, ...(month?.months ?? []).map((one) => one.month)])].toSorted().toReversed()

function Sides({ month }: { readonly month: Month }) {
  const t = useText()
  const format = useFormat()
  const { claim } = month
  return (
    <div className="ui-stats">
      <Stat
        label={t(messages.scanned)}
        value={month.scanned.rides}
        unit={t(messages.turns)}
        note={format.yuan(month.scanned.fen)}
      />
      <Stat
        label={t(messages.journal)}
        value={month.journal.rides}
        unit={t(messages.turns)}
        note={format.yuan(month.journal.fen)}
      />
      <Stat
        label={t(messages.claimed)}
        value={claim?.rides ?? 0}
        unit={t(messages.turns)}
        note={claim === null ? t(messages.noClaim) : claimNote(claim)}
      />
      <Stat label={t(messages.openCount)} value={month.open} />
      <Stat label={t(messages.filesMissing)} value={month.missingFiles} href="/staff/green-travel/readers" />
      {month.filesWaiting > 0 && (
        <Stat label={t(messages.filesWaiting)} value={month.filesWaiting} href="/staff/green-travel/files" />
      )}
    </div>
  )

  function claimNote({ fen, name, lines, refused }: NonNullable<Month['claim']>) {
    const left = refused > 0 ? ` · ${t(messages.claimRefused, { refused })}` : ''
    return `${format.yuan(fen)} · ${t(messages.claimOf, { name, lines })}${left}`
  }
}
