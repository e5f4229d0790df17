import { useParams, useSearch } from '@tanstack/react-router'
import type { OutputOf } from '#platform/contract.ts'
import { queryAddress } from '#platform/client/call.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { claims } from '../../contract.ts'
import { messages } from './messages.ts'
import { TextBody } from './text-body.tsx'
import { TextChanges } from './text-changes.tsx'
import { TextNumbers } from './text-numbers.tsx'
import { VerifyText } from './verify-text.tsx'
import './texts.css'

export type PublishedText = OutputOf<typeof claims.getText>

/** A text as it was published: its words, where each number comes from, and what was corrected. */
export default function TextPage() {
  const t = useText()
  const format = useFormat()
  const { id } = useParams({ strict: false }) as { id: string }
  const version = useVersion()
  const text = useAnswer(claims.getText, { id, ...(version && { version }) })
  return (
    <ReportPage
      title={text.data?.title ?? '…'}
      dateline={
        <>
          <Link href="/texts">{t(messages.title)}</Link>
          {text.data &&
            ` · ${[
              text.data.organisationName,
              t(messages.asOf, { day: format.date(text.data.asOf) }),
              t(messages.publishedOn, { day: format.date(text.data.publishedAt) }),
              t(messages.version, { no: text.data.version }),
            ].join(' · ')}`}
        </>
      }
    >
      <Answered to={text}>
        {(answer) => (
          <>
            <OldVersion text={answer} />
            <TextBody text={answer} />
            {answer.changes && <TextChanges text={answer} changes={answer.changes} />}
            <TextNumbers text={answer} />
            <ReportSection title={t(messages.verifyTitle)} lede={t(messages.verifyLede)}>
              <VerifyText id={answer.id} version={answer.version} />
            </ReportSection>
            <ReportSection title={t(messages.facts)}>
              <Facts text={answer} />
            </ReportSection>
          </>
        )}
      </Answered>
    </ReportPage>
  )
}

function useVersion(): number | undefined {
  const { version } = useSearch({ strict: false }) as { version?: unknown }
  const asked = Number(version)
  return Number.isInteger(asked) && asked > 0 ? asked : undefined
}

function OldVersion({ text: { id, version, versions } }: { text: PublishedText }) {
  const t = useText()
  if (versions[0]!.version === version) return null
  return (
    <p className="texts-old" role="note">
      {t(messages.isOld, { no: version })} <Link href={`/texts/${id}`}>{t(messages.toLatest)}</Link>
    </p>
  )
}

function Facts({ text }: { text: PublishedText }) {
  const t = useText()
  const format = useFormat()
  const { id, version, versions, figures } = text
  const file = (kind: 'pdf' | 'docx') => queryAddress(claims.exportText, { id, version, format: kind })
  return (
    <>
      <p className="texts-files">
        <a className="ui-link" download href={file('pdf')}>
          {t(messages.pdf)}
        </a>
        <a className="ui-link" download href={file('docx')}>
          {t(messages.word)}
        </a>
      </p>
      <p className="texts-quiet">{t(messages.fontsHint)}</p>
      <DescriptionList
        items={[
          { term: t(messages.handedInBy), value: text.handedInByName },
          { term: t(messages.approvedBy), value: text.approvedByName },
          { term: t(messages.recordedUpTo), value: format.dateTime(text.recordedUpTo) },
          { term: t(messages.digest), value: <span className="texts-digest">{text.digest}</span> },
          {
            term: t(messages.frozenFigures),
            value: figures.map((publication) => (
              <Link key={publication} href={`/report/publications/${publication}`}>
                {t(messages.frozenFigures)}
              </Link>
            )),
          },
          {
            term: t(messages.versions),
            value: (
              <ul className="texts-versions">
                {versions.map((one) => (
                  <li key={one.version}>
                    <Link href={`/texts/${id}?version=${one.version}`}>
                      {t(messages.version, { no: one.version })}
                    </Link>{' '}
                    {format.dateTime(one.publishedAt)} {one.reason}
                  </li>
                ))}
              </ul>
            ),
          },
        ].filter(({ value }) => !Array.isArray(value) || value.length > 0)}
      />
    </>
  )
}
