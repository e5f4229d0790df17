import { useParams } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { contests } from '../../contract.ts'
import { WorkCard } from '../work-card.tsx'
import { messages } from './messages.ts'
import { HandedIn } from './handed-in.tsx'
import { ScoreSheet } from './score-sheet.tsx'
import './judging.css'

export type Task = OutputOf<typeof contests.getTask>

/** One entry to judge: the work and the sheet, beside each other where there is room. */
export default function TaskPage() {
  const t = useText()
  const { taskId = '' } = useParams({ strict: false })
  const answer = useAnswer(contests.getTask, { id: taskId })
  const label = answer.data?.label
  return (
    <MemberPage
      title={label === undefined ? t(messages.title) : t(messages.entry, { label })}
      backHref="/contests/judging"
      fullBleed
    >
      <Answered to={answer}>{(task) => <Desk key={task.id} task={task} />}</Answered>
    </MemberPage>
  )
}

function Desk({ task }: { task: Task }) {
  const t = useText()
  return (
    <div className="contests-desk">
      <section className="contests-desk-work" aria-label={t(messages.work)}>
        <WorkCard
          heading={task.title ?? t(messages.entry, { label: task.label })}
          note={`${task.contestTitle} · ${task.roundName} · ${task.categoryName}`}
          label={t(messages.entry, { label: task.label })}
          body={task.body}
          film={task.film}
        />
      </section>
      <section className="contests-desk-sheet" aria-label={t(messages.scores)}>
        {task.receipt !== null ? <HandedIn task={task} receipt={task.receipt} /> : <ScoreSheet task={task} />}
      </section>
    </div>
  )
}
