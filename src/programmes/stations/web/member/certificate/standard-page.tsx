import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { stations } from '../../../contract.ts'
import { certificateStateWords, takeWords } from '../../../rules/certificate/words.ts'
import { certificateStatus } from './certificate-words.ts'
import './certificate.css'
import { certificateMessages as messages } from './messages.ts'

type Standard = OutputOf<typeof stations.getStandard>

/** The standard as anybody reads it: what is asked, by which evidence, how old that may be. `?version=` shows another. */
export default function StandardPage() {
  const t = useText()
  const format = useFormat()
  const [versionId] = useState(() => new URLSearchParams(location.search).get('version') ?? undefined)
  const answer = useAnswer(stations.getStandard, versionId === undefined ? {} : { versionId })
  const { data } = answer
  return (
    <ReportPage
      title={data === undefined ? t(messages.standardTitle) : t(data.title)}
      {...(data !== undefined && {
        standfirst: t(messages.lapsingRule, { days: data.content.lapsingWithinDays }),
        dateline: [
          t(messages.version, { no: data.no }),
          data.inForceSince === null
            ? t(messages.notInForce)
            : t(messages.inForceSince, { day: format.date(data.inForceSince) }),
        ].join(' · '),
      })}
    >
      <Answered to={answer} label={t(messages.loadingStandard)}>
        {(standard) => <Shown standard={standard} />}
      </Answered>
    </ReportPage>
  )
}

function Shown({ standard }: { standard: Standard }) {
  const t = useText()
  const format = useFormat()
  const { content, coming, stations: counted } = standard
  return (
    <>
      {coming !== null && (
        <p className="ui-prose">
          {t(messages.coming, { day: format.date(coming.fromDay), standard: t(coming.title), no: coming.no })}
        </p>
      )}
      {content.criteria.map((criterion, index) => (
        <ReportSection
          key={criterion.id}
          title={`${index + 1} ${t(criterion.title)}`}
          lede={t(criterion.words)}
        >
          <ul className="standard-needs">
            {criterion.needs.map(({ anyOf }) => (
              <li key={anyOf.map((take) => takeWords(take).zh).join()}>
                {anyOf.map((take) => t(takeWords(take))).join(t({ zh: '；或者 ', en: '; or ' }))}
              </li>
            ))}
          </ul>
        </ReportSection>
      ))}
      {counted.length > 0 && (
        <ReportSection title={t(messages.stationsToday)}>
          <ul className="certificate-lines">
            {counted.map(({ state, count }) => (
              <li key={state}>
                <StatusBadge status={certificateStatus[state]}>{t(certificateStateWords[state])}</StatusBadge>{' '}
                <span className="ui-figures">{t(messages.stationCount, { count })}</span>
              </li>
            ))}
          </ul>
        </ReportSection>
      )}
      <ReportSection title={t(messages.source)} lede={t(content.source)}>
        <p className="ui-prose">{t(messages.explain)}</p>
      </ReportSection>
    </>
  )
}
