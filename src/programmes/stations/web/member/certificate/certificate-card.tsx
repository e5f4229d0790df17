import { useAnswer } from '#platform/client/hooks.ts'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { Card } from '#ui/data/card.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { stations } from '../../../contract.ts'
import { certificateStateWords } from '../../../rules/certificate/words.ts'
import type { Certificate } from '../types.ts'
import { certificateStatus } from './certificate-words.ts'
import { CriteriaList } from './criteria-list.tsx'
import './certificate.css'
import { certificateMessages as messages } from './messages.ts'

/** A station's certificate with its reasons: what is met, what is not, since when and why. */
export function CertificateCard({ code }: { code: string }) {
  const t = useText()
  const answer = useAnswer(stations.certificate, { code })
  return (
    <Card title={t(messages.title)}>
      <Answered to={answer} label={t(messages.loading)}>
        {(certificate) => <Shown certificate={certificate} />}
      </Answered>
    </Card>
  )
}

function Shown({ certificate }: { certificate: Certificate }) {
  const t = useText()
  const format = useFormat()
  const { state, since, lapsesOn, standard, asOf, coming, inspections, history } = certificate
  return (
    <div className="ui-stack">
      <div className="ui-list-answer">
        <StatusBadge status={certificateStatus[state]}>{t(certificateStateWords[state])}</StatusBadge>
        <span>
          {t(messages.since, { day: format.date(since) })}
          {lapsesOn !== null && state !== 'withdrawn' && state !== 'suspended' && (
            <>，{t(messages.lapsesOn, { day: format.date(lapsesOn) })}</>
          )}
        </span>
      </div>
      <CriteriaList criteria={certificate.criteria} />
      <p className="stations-small">
        {t(messages.asOf, { day: format.date(asOf), standard: t(standard.title), no: standard.no })}。
        {coming !== null &&
          t(messages.coming, {
            day: format.date(coming.fromDay),
            standard: t(coming.title),
            no: coming.no,
          })}{' '}
        {t(messages.explain)} <Link href="/stations/standard">{t(messages.readStandard)}</Link>
      </p>
      {inspections.length > 0 && (
        <Disclosure title={t(messages.inspections)}>
          <Inspections certificate={certificate} />
        </Disclosure>
      )}
      {history.length > 1 && (
        <Disclosure title={t(messages.history)}>
          <History certificate={certificate} />
        </Disclosure>
      )}
    </div>
  )
}

function Inspections({ certificate: { inspections } }: { certificate: Certificate }) {
  const t = useText()
  const format = useFormat()
  return (
    <ul className="certificate-lines">
      {inspections.map(({ id, endedAt, kind, isPassed, failing }) => (
        <li key={id}>
          <StatusBadge status={isPassed ? 'good' : 'bad'}>{format.date(endedAt, 'numeric')}</StatusBadge>{' '}
          {t(kind === 'repeat' ? messages.repeatVisit : messages.unannounced)}：
          {isPassed
            ? t(messages.passed)
            : t(messages.found, { what: failing.map((title) => t(title)).join('、') })}
        </li>
      ))}
    </ul>
  )
}

function History({ certificate: { history } }: { certificate: Certificate }) {
  const t = useText()
  const format = useFormat()
  return (
    <ul className="certificate-lines">
      {history.map(({ state, validFrom, failing }, index) => (
        <li key={`${validFrom} ${index}`}>
          <StatusBadge status={certificateStatus[state]}>{format.date(validFrom, 'numeric')}</StatusBadge>{' '}
          {t(certificateStateWords[state])}
          {failing.length > 0 && (
            <span className="stations-small">
              {' '}
              {t(messages.failing, { what: failing.map((title) => t(title)).join('、') })}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
