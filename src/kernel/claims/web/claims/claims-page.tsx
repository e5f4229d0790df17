import { useSearch } from '@tanstack/react-router'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { StatusShape } from '#ui/data/status-badge.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { claims } from '../../contract.ts'
import { verdictStatus } from '../mark-status.ts'
import { ClaimLine } from './claim-line.tsx'
import './claims.css'
import { messages } from './messages.ts'
import { RelationLine } from './relation-line.tsx'
import type { Judgement } from './verdict-badge.tsx'

type Answer = OutputOf<typeof claims.listClaims>
type Verdict = Judgement['verdict']

const verdicts = Object.keys(verdictStatus) as Verdict[]

/** A newspaper holds no more numbers than fit here; the desk pages through all that were ever recorded. */
const SHOWN = 200

/** Every number that was said in public, with its verdict and the arithmetic under it. */
export default function ClaimsPage() {
  const t = useText()
  const format = useFormat()
  const verdict = useVerdict()
  const answer = useAnswer(
    claims.listClaims,
    { pageSize: SHOWN, ...(verdict && { verdict }) },
    { keepLast: true },
  )
  const relations = useAnswer(claims.listRelations, { pageSize: SHOWN })
  const moment = answer.data?.checkedAt
  return (
    <ReportPage
      title={t(messages.title)}
      standfirst={t(messages.standfirst)}
      dateline={
        <>
          {moment && `${t(messages.checkedAt, { moment: format.dateTime(moment) })} · `}
          <Link href="/report">{t(messages.report)}</Link>
        </>
      }
    >
      <Answered to={answer}>
        {(list) => (
          <>
            <Tally tally={list.tally} chosen={verdict} />
            <Claims list={list} />
          </>
        )}
      </Answered>
      <Answered to={relations}>
        {({ rows }) => {
          const shown = rows.filter(
            ({ judgement }) => verdict === undefined || judgement?.verdict === verdict,
          )
          return shown.length === 0 ? null : (
            <ReportSection title={t(messages.between)} lede={t(messages.betweenLede)}>
              <ul className="claims-list">
                {shown.map((relation) => (
                  <li key={relation.id}>
                    <RelationLine relation={relation} />
                  </li>
                ))}
              </ul>
            </ReportSection>
          )
        }}
      </Answered>
    </ReportPage>
  )
}

function useVerdict(): Verdict | undefined {
  const { verdict } = useSearch({ strict: false }) as { verdict?: string }
  return verdicts.find((one) => one === verdict)
}

function Tally({ tally, chosen }: { tally: Answer['tally']; chosen: Verdict | undefined }) {
  const t = useText()
  const total = Object.values(tally).reduce((sum, count) => sum + count, 0)
  return (
    <nav aria-label={t(messages.filter)}>
      <ul className="claims-tally">
        <li>
          <Link href="/claims" aria-current={chosen === undefined}>
            {t(messages.all)} {total}
          </Link>
        </li>
        {verdicts.map((verdict) => (
          <li key={verdict}>
            <Link href={`/claims?verdict=${verdict}`} aria-current={chosen === verdict}>
              <StatusShape status={verdictStatus[verdict]} />
              {t(messages[verdict])} {tally[verdict] ?? 0}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Claims({ list: { rows, total } }: { list: Answer }) {
  const t = useText()
  const held = rows.filter(({ judgement }) => judgement?.why !== 'unbound')
  const unheld = rows.filter(({ judgement }) => judgement?.why === 'unbound')
  if (total === 0) return <EmptyState kind="search" title={t(messages.none)} />
  return (
    <>
      {held.length > 0 && (
        <ReportSection title={t(messages.held)} lede={t(messages.heldLede)}>
          <ul className="claims-list">
            {held.map((claim) => (
              <li key={claim.id}>
                <ClaimLine claim={claim} />
              </li>
            ))}
          </ul>
        </ReportSection>
      )}
      {unheld.length > 0 && (
        <ReportSection title={t(messages.unheld)} lede={t(messages.unheldLede)}>
          <ul className="claims-unheld">
            {unheld.map(({ id, topic, words }) => (
              <li key={id}>
                <Link href={`/claims/${id}`}>{t(topic)}</Link>
                <strong>{words}</strong>
              </li>
            ))}
          </ul>
        </ReportSection>
      )}
    </>
  )
}
