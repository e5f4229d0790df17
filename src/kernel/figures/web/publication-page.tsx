import { useParams } from '@tanstack/react-router'
import type { OutputOf } from '#platform/contract.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { figures } from '../contract.ts'
import { useAmountWords } from './figure-amount.ts'
import { messages } from './messages.ts'
import './report.css'
import { VerifyPanel } from './verify-panel.tsx'

type Publication = OutputOf<typeof figures.getPublication>

/** One publication as it was frozen, and the way to have it counted again. */
export default function PublicationPage() {
  const t = useText()
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const publication = useAnswer(figures.getPublication, { id })
  return (
    <ReportPage
      title={publication.data?.title ?? '…'}
      dateline={
        <>
          <Link href="/report/publications">{t(messages.publications)}</Link>
          {publication.data &&
            ` · ${t(messages.asOfDay, { day: format.date(publication.data.asOf) })} · ${t(messages.publishedOn, { day: format.date(publication.data.publishedAt) })}`}
        </>
      }
    >
      <Answered to={publication}>
        {(answer) => (
          <>
            <Corrections publication={answer} />
            <ReportSection title={t(messages.frozen)}>
              <FrozenValues publication={answer} />
              <Facts publication={answer} />
            </ReportSection>
            <ReportSection title={t(messages.verifyTitle)} lede={t(messages.verifyLede)}>
              <VerifyPanel publication={answer} />
            </ReportSection>
          </>
        )}
      </Answered>
    </ReportPage>
  )
}

function Corrections({ publication: { corrects, correctedBy } }: { publication: Publication }) {
  const t = useText()
  return (
    <>
      {corrects && (
        <p>
          <Link href={`/report/publications/${corrects}`}>{t(messages.corrects)}</Link>
        </p>
      )}
      {correctedBy && (
        <p>
          <Link href={`/report/publications/${correctedBy}`}>{t(messages.correctedBy)}</Link>
        </p>
      )}
    </>
  )
}

function FrozenValues({ publication }: { publication: Publication }) {
  return (
    <ul className="figures-list">
      {publication.values.map((line) => (
        <li key={line.key}>
          <FrozenLine line={line} asOf={publication.asOf} />
        </li>
      ))}
    </ul>
  )
}

function FrozenLine({ line, asOf }: { line: Publication['values'][number]; asOf: string }) {
  const t = useText()
  const { main, terms } = useAmountWords()(line)
  return (
    <>
      <p className="ui-figure-label">
        <Link href={`/report/${line.key}?asOf=${asOf}`}>{t(line.title)}</Link>
      </p>
      <p className="ui-figure-value">{main}</p>
      {terms && <p className="ui-figure-note">{terms}</p>}
      <p className="figures-quiet">{t(line.definition)}</p>
      <p className="figures-digest">
        {line.records !== null && `${t(messages.recordCount, { count: line.records })} · `}SHA-256{' '}
        {line.sha256}
      </p>
    </>
  )
}

function Facts({ publication }: { publication: Publication }) {
  const t = useText()
  const format = useFormat()
  const { seal } = publication
  return (
    <DescriptionList
      items={[
        { term: t(messages.recordedUpTo), value: format.dateTime(publication.recordedUpTo, 'long') },
        { term: t(messages.proposedBy), value: publication.proposedByName },
        { term: t(messages.approvedBy), value: publication.approvedByName },
        { term: t(messages.note), value: publication.note },
        {
          term: t(messages.publicationDigest),
          value: <span className="figures-digest">{publication.digest}</span>,
        },
        {
          term: t(messages.seal),
          value:
            seal === null ? (
              t(messages.noSeal)
            ) : (
              <span className="figures-digest">
                {`№ ${seal.no}`} {seal.digest}
              </span>
            ),
        },
      ]}
    />
  )
}
