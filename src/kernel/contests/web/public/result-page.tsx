import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { FigureNumber } from '#ui/data/figure-number.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { contests } from '../../contract.ts'
import '../contests.css'
import { publicMessages as messages } from './messages.ts'
import { PublicTable } from './public-table.tsx'
import { ShowWork } from './show-work.tsx'

type PublicResult = OutputOf<typeof contests.getPublicResult>
type ResultProps = { readonly result: PublicResult }

/** The result for everybody: on notice or standing, with the way to object and to count it again. */
export default function ResultPage() {
  const t = useText()
  const { contestId = '' } = useParams({ strict: false }) as { contestId?: string }
  const answer = useAnswer(contests.getPublicResult, { contestId })
  return (
    <ReportPage
      title={t(messages.resultTitle, { title: answer.data?.contestTitle ?? '' })}
      dateline={
        <>
          {answer.data && `${t(messages.byline, { organisation: answer.data.organisationName })} · `}
          <Link href={`/contests/${contestId}`}>{t(messages.rules)}</Link>
        </>
      }
    >
      <Answered to={answer}>
        {(result) =>
          result.state === 'none' ? (
            <>
              <EmptyState title={t(messages.noResult)}>{t(messages.noResultHint)}</EmptyState>
              {result.rounds.length > 0 && (
                <ReportSection title={t(messages.countIt)}>
                  <Rounds result={result} />
                </ReportSection>
              )}
            </>
          ) : (
            <ResultView result={result} />
          )
        }
      </Answered>
    </ReportPage>
  )
}

function ResultView({ result }: ResultProps) {
  const t = useText()
  const isOnNotice = result.state === 'notice'
  return (
    <>
      <Standing result={result} />
      <div className="ui-figures-row contest-figures">
        <FigureNumber label={t(messages.entries)} value={result.entries} unit={t(messages.piece)} />
        <FigureNumber label={t(messages.units)} value={result.unitsTakingPart} unit={t(messages.unitsUnit)} />
      </div>
      {result.awards.map(({ id, name, rows }) => (
        <ReportSection key={id} title={name}>
          <PublicTable
            label={name}
            heads={[
              { label: t(messages.entry), isShort: true },
              { label: t(messages.people), isShort: true },
              { label: t(messages.unit) },
              { label: t(messages.score), isNumber: true },
            ]}
            rows={rows.map((row) => [
              <Entry key={row.no} contestId={result.contestId} row={row} />,
              row.names.join('、'),
              row.unitName,
              row.mean,
            ])}
          />
        </ReportSection>
      ))}
      {result.organisationPrizeName !== null && result.units.length > 0 && (
        <ReportSection title={result.organisationPrizeName}>
          <PublicTable
            label={result.organisationPrizeName}
            heads={[{ label: t(messages.unit) }, { label: t(messages.points), isNumber: true }]}
            rows={result.units.map(({ unitName, points, isWithdrawn }) => [
              isWithdrawn ? <Withdrawn key={unitName}>{unitName}</Withdrawn> : unitName,
              points,
            ])}
          />
        </ReportSection>
      )}
      <ReportSection title={t(messages.countIt)}>
        <Rounds result={result} />
        {!isOnNotice && result.digest !== null && <Facts digest={result.digest} seal={result.seal} />}
      </ReportSection>
    </>
  )
}

/** Closed rounds; their record is public before there is a result. */
function Rounds({ result: { rounds } }: ResultProps) {
  const t = useText()
  return (
    <ul className="contest-rounds">
      {rounds.map(({ id, name }) => (
        <li key={id}>
          <Link href={`/contests/rounds/${id}`}>{t(messages.record, { name })}</Link>
        </li>
      ))}
    </ul>
  )
}

type Row = PublicResult['awards'][number]['rows'][number]

function Entry({ contestId, row }: { readonly contestId: string; readonly row: Row }) {
  if (row.isWithdrawn) return <Withdrawn>{row.title}</Withdrawn>
  return row.isShown ? <ShowWork contestId={contestId} no={row.no} title={row.title} /> : row.title
}

/** The line stays, since the notice named it; what became of it stands beside. */
function Withdrawn({ children }: { readonly children: string }) {
  const t = useText()
  return (
    <>
      <s>{children}</s> <StatusBadge status="bad">{t(messages['award-withdrawn'])}</StatusBadge>
    </>
  )
}

/** As a publication of figures shows what it was frozen under. */
function Facts({ digest, seal }: { readonly digest: string; readonly seal: PublicResult['seal'] }) {
  const t = useText()
  return (
    <>
      <DescriptionList
        items={[
          { term: t(messages.resultDigest), value: <span className="contest-digest">{digest}</span> },
          {
            term: t(messages.seal),
            value:
              seal === null ? (
                t(messages.noSeal)
              ) : (
                <span className="contest-digest">
                  {`№ ${seal.no}`} {seal.digest}
                </span>
              ),
          },
        ]}
      />
      <p className="ui-hint">{t(messages.sealHint)}</p>
    </>
  )
}

function Standing({ result: { state, noticeId, noticeUntil, publishedAt } }: ResultProps) {
  const t = useText()
  const format = useFormat()
  if (state === 'stands')
    return publishedAt === null ? null : <p>{t(messages.stands, { date: format.date(publishedAt) })}</p>
  return (
    <div className="contest-next">
      <p>{t(messages.onNotice, { date: noticeUntil === null ? '' : format.date(noticeUntil) })}</p>
      {noticeId !== null && <LinkButton href={`/notices/${noticeId}`}>{t(messages.object)}</LinkButton>}
    </div>
  )
}
