import { useState, type ReactNode } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { ConfirmDialog } from '#ui/controls/confirm-dialog.tsx'
import { Card } from '#ui/data/card.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { review } from '../contract.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { noticeMessages as messages } from './notice-messages.ts'
import { CertificateText, NoticeBadge, PeriodText } from './notice-parts.tsx'
import { touchedBy, type Case } from './use-case.ts'

type Notice = Case['notices'][number]
type Objection = Notice['objections'][number]

/** The case's notices: their days, what was objected and answered, and the certificate of those that ended. */
export function CaseNotices({ one }: { one: Case }) {
  return one.notices.map((notice) => <NoticeCard key={notice.id} one={one} notice={notice} />)
}

function NoticeCard({ one, notice }: { one: Case; notice: Notice }) {
  const t = useText()
  const [isBreaking, setBreaking] = useState(false)
  const mayBreak = one.mayEndNotice && notice.certificate === null
  return (
    <Card
      title={notice.title}
      actions={mayBreak && <Button onPress={() => setBreaking(true)}>{t(messages.breakOff)}</Button>}
    >
      <div className="ui-stack">
        <p>
          <NoticeBadge state={notice.state} /> <PeriodText notice={notice} />
        </p>
        {notice.certificate !== null && <CertificateText certificate={notice.certificate} />}
        <Objections one={one} objections={notice.objections} />
        <p>
          <Link href={`/notices/${notice.id}`}>{t(messages.seePublic)}</Link>
        </p>
      </div>
      {isBreaking && <BreakOffDialog one={one} notice={notice} onClose={() => setBreaking(false)} />}
    </Card>
  )
}

function Objections({ one, objections }: { one: Case; objections: readonly Objection[] }) {
  const t = useText()
  const [answering, setAnswering] = useState<Objection>()
  if (objections.length === 0) return <p>{t(messages.noObjections)}</p>
  return (
    <>
      <List label={t(messages.objections)}>
        {objections.map((objection) => (
          <ObjectionItem key={objection.no} objection={objection}>
            {objection.answer === null && one.mayAnswerObjections && (
              <Button onPress={() => setAnswering(objection)}>{t(messages.answer)}</Button>
            )}
          </ObjectionItem>
        ))}
      </List>
      {answering && <AnswerDialog one={one} objection={answering} onClose={() => setAnswering(undefined)} />}
    </>
  )
}

function ObjectionItem({ objection, children }: { objection: Objection; children: ReactNode }) {
  const t = useText()
  const { no, objectorName, text, answer } = objection
  const number = t(messages.number, { no: String(no) })
  return (
    <ListItem
      answer={
        <StatusBadge status={answer === null ? 'warn' : 'good'}>
          {t(answer === null ? messages.unanswered : messages.answered)}
        </StatusBadge>
      }
      title={objectorName === null ? number : `${number} · ${t(messages.from, { name: objectorName })}`}
      note={text}
    >
      {children}
      {answer !== null && (
        <p>
          {t(answer.isUpheld ? messages.upheld : messages.notUpheld)}：{answer.text}（{answer.answeredBy}）
        </p>
      )}
    </ListItem>
  )
}

function BreakOffDialog({ one, notice, onClose }: { one: Case; notice: Notice; onClose: () => void }) {
  const t = useText()
  const breakOff = useCommand(review.breakOffNotice, touchedBy(one))
  return (
    <ConfirmDialog
      title={t(messages.breakOff)}
      confirmLabel={t(messages.breakOff)}
      isDanger
      isOpen
      onOpenChange={onClose}
      isPending={breakOff.isPending}
      asksReason={{}}
      onConfirm={(reason) => breakOff.mutate({ id: notice.id, reason }, { onSuccess: onClose })}
    >
      <p>{t(messages.breakOffWhat)}</p>
      {breakOff.error && <p role="alert">{t(breakOff.error.problems[0]?.reason ?? breakOff.error.text)}</p>}
    </ConfirmDialog>
  )
}
