import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { DescriptionList } from '#ui/data/description-list.tsx'
import { ReportPage } from '#ui/frames/report-page.tsx'
import { ReportSection } from '#ui/frames/report-section.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { signInAddress } from '#ui/links/sign-in-address.ts'
import { Answered } from '#ui/states/answered.tsx'
import { review } from '../contract.ts'
import { CountingText } from './deadline.tsx'
import { noticeMessages as messages } from './notice-messages.ts'
import { CertificateText, NoticeBadge, PeriodText } from './notice-parts.tsx'
import { ObjectDialog } from './object-dialog.tsx'

type Notice = OutputOf<typeof review.getNotice>

/** One notice: what is about to be decided, until when one may object, and what came of it. */
export default function NoticePage() {
  const { noticeId = '' } = useParams({ strict: false })
  const t = useText()
  const answer = useAnswer(review.getNotice, { id: noticeId })
  return (
    <ReportPage
      title={answer.data?.title ?? t(messages.title)}
      dateline={<Link href="/notices">{t(messages.back)}</Link>}
    >
      <Answered to={answer}>{(notice) => <NoticeView notice={notice} />}</Answered>
    </ReportPage>
  )
}

function NoticeView({ notice }: { notice: Notice }) {
  const t = useText()
  return (
    <div className="ui-stack">
      <p>
        <NoticeBadge state={notice.state} /> <PeriodText notice={notice} />
      </p>
      <p>{t(messages.by, { name: notice.organisationName })}</p>
      {notice.state === 'broken-off' ? <p>{t(messages.gone)}</p> : <Content notice={notice} />}
      <CountingText
        counting={notice.counting}
        until={notice.untilDay}
        beyondPublished={notice.beyondPublished}
      />
      <ReportSection title={t(messages.objections)}>
        <ObjectionsPart notice={notice} />
      </ReportSection>
      {notice.certificate !== null && (
        <ReportSection title={t(messages.result)}>
          <CertificateText certificate={notice.certificate} />
        </ReportSection>
      )}
    </div>
  )
}

function Content({ notice: { body, subjects } }: { notice: Notice }) {
  const t = useText()
  return (
    <>
      {body.split('\n').map((paragraph, index) => (
        // A text does not change under its reader, so that its place names a paragraph.
        <p key={index} className="ui-prose">
          {paragraph}
        </p>
      ))}
      {subjects.length > 0 && (
        <ReportSection title={t(messages.subjects)}>
          {subjects.map(({ label, value }, index) => (
            <DescriptionList key={index} items={[{ term: t(label), value }]} />
          ))}
        </ReportSection>
      )}
    </>
  )
}

function ObjectionsPart({ notice }: { notice: Notice }) {
  const t = useText()
  const me = useMe()
  const [isOpen, setOpen] = useState(false)
  const isSignedIn = me.data?.signedIn === true
  return (
    <div className="ui-stack">
      <p>{t(messages.received, { count: notice.objections })}</p>
      {notice.takesObjections && isSignedIn && (
        <span className="ui-row">
          <Button onPress={() => setOpen(true)}>{t(messages.object)}</Button>
        </span>
      )}
      {notice.takesObjections && !isSignedIn && (
        <p>
          <Link href={signInAddress(`/notices/${notice.id}`)}>{t(messages.signInFirst)}</Link>
        </p>
      )}
      {isOpen && <ObjectDialog noticeId={notice.id} onClose={() => setOpen(false)} />}
    </div>
  )
}
