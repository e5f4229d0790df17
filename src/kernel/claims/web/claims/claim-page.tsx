import { useParams } from '@tanstack/react-router'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { claims } from '../../contract.ts'
import { FigureLink } from './claim-line.tsx'
import './claims.css'
import { messages } from './messages.ts'
import { RelationLine } from './relation-line.tsx'
import { VerdictBadge, Workings } from './verdict-badge.tsx'

type Claim = OutputOf<typeof claims.getClaim>

/** One claim: its words, the verdict with every step, what it stands with, and what became of it. */
export default function ClaimPage() {
  const t = useText()
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const answer = useAnswer(claims.getClaim, { id })
  const claim = answer.data
  return (
    <ReportPage
      title={claim ? `${t(claim.topic)}：${claim.words}` : '…'}
      dateline={
        <>
          <Link href="/claims">{t(messages.back)}</Link>
          {claim &&
            ` · ${t(messages.saidIn, { medium: claim.medium, source: claim.sourceTitle, day: format.date(claim.saidOn) })} `}
          {claim != null && claim.textId !== null && (
            <Link href={`/texts/${claim.textId}`}>{t(messages.openText)}</Link>
          )}
        </>
      }
    >
      <Answered to={answer}>{(one) => <Story claim={one} />}</Answered>
    </ReportPage>
  )
}

function Story({ claim }: { claim: Claim }) {
  const t = useText()
  const { judgement, relations, state } = claim
  return (
    <>
      <ReportSection title={t(messages.verdict)}>
        {state === 'withdrawn' && <p>{t(messages.withdrawn)}</p>}
        {judgement && (
          <div className="claims-body">
            <VerdictBadge judgement={judgement} />
            <Workings title={t(claim.topic)} lines={judgement.lines} />
            <FigureLink claim={claim} />
          </div>
        )}
      </ReportSection>
      {relations.length > 0 && (
        <ReportSection title={t(messages.standsIn)}>
          <ul className="claims-list">
            {relations.map((relation) => (
              <li key={relation.id}>
                <RelationLine relation={relation} />
              </li>
            ))}
          </ul>
        </ReportSection>
      )}
      <Past claim={claim} />
    </>
  )
}

function Past({ claim: { versions, before } }: { claim: Claim }) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      {before.length > 1 && (
        <ReportSection title={t(messages.before)}>
          <ul className="claims-quiet">
            {before.map((one) => (
              <li key={one.judgedAt}>
                {format.dateTime(one.judgedAt)} <VerdictBadge judgement={one} />
              </li>
            ))}
          </ul>
        </ReportSection>
      )}
      <ReportSection title={t(messages.history)}>
        <ul className="claims-quiet">
          {versions.map(({ version, words, reason, madeBy, recordedAt }) => (
            <li key={version}>
              {t(messages.version, { no: version, words })} · {madeBy} · {format.dateTime(recordedAt)}
              {reason && ` · ${reason}`}
            </li>
          ))}
        </ul>
      </ReportSection>
    </>
  )
}
