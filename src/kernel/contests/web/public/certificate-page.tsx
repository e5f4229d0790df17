import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { contests } from '../../contract.ts'
import '../contests.css'
import { publicMessages as messages } from './messages.ts'

type Certificate = OutputOf<typeof contests.checkCertificate>

const CODE = /^[0-9A-HJKMNP-TV-Z]{16}$/

/** Where the QR code of a certificate leads: what it says, for whoever holds the paper beside it. */
export default function CertificatePage() {
  const t = useText()
  const { code = '' } = useParams({ strict: false }) as { code?: string }
  const isCode = CODE.test(code)
  const answer = useAnswer(contests.checkCertificate, { code }, { enabled: isCode })
  const isGone = !isCode || answer.error?.status === 404
  return (
    <ReportPage title={t(messages.certificateTitle)} standfirst={code}>
      {isGone ? (
        <EmptyState kind="search" title={t(messages.certificateGone)}>
          {t(messages.certificateGoneHint)}
        </EmptyState>
      ) : (
        <Answered to={answer}>{(certificate) => <CertificateView certificate={certificate} />}</Answered>
      )}
    </ReportPage>
  )
}

function CertificateView({ certificate }: { readonly certificate: Certificate }) {
  const t = useText()
  const format = useFormat()
  const { no, contestId, contestTitle, organisationName, awardName, title, names, unitName } = certificate
  const { revoked } = certificate
  return (
    <div className="contest-certificate">
      <span>
        <StatusBadge status={revoked === null ? 'good' : 'bad'}>
          {t(revoked === null ? messages.certificateGood : messages.certificateRevoked)}
        </StatusBadge>
      </span>
      {revoked !== null && (
        <p>
          {t(messages.revokedOn, { date: format.date(revoked.at), why: t(messages[revoked.ground]) })}
          {revoked.isReplaced && t(messages.replaced)}
        </p>
      )}
      <h2>{awardName}</h2>
      <DescriptionList
        items={[
          { term: t(messages.contest), value: contestTitle },
          ...(title === null ? [] : [{ term: t(messages.entry), value: title }]),
          { term: t(messages.awardedTo), value: names.length === 0 ? unitName : names.join('、') },
          { term: t(messages.unit), value: unitName },
          { term: t(messages.organiser), value: organisationName },
          { term: t(messages.awardedOn), value: format.date(certificate.awardedOn) },
          { term: t(messages.certificateNo), value: no },
        ]}
      />
      <Link href={`/contests/${contestId}/result`}>{t(messages.toContest)}</Link>
    </div>
  )
}
