import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { signInAddress } from '#ui/links/sign-in-address.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { contests } from '../../contract.ts'
import { KinDialog } from './kin-dialog.tsx'
import { messages } from './messages.ts'

type Panel = OutputOf<typeof contests.listMyPanels>['rows'][number]
type Task = OutputOf<typeof contests.listMyTasks>['rows'][number]

const PAGE_SIZE = 200

/** A judge's own page: the contests they sit on, and what was drawn for them. */
export default function JudgingPage() {
  const t = useText()
  const me = useMe()
  return (
    <MemberPage title={t(messages.title)} backHref="/me">
      <Answered to={me}>
        {({ person }) =>
          person === null ? (
            <EmptyState
              title={t(messages.signInFirst)}
              actions={
                <LinkButton variant="primary" href={signInAddress('/contests/judging')}>
                  {t(messages.signIn)}
                </LinkButton>
              }
            />
          ) : (
            <Panels />
          )
        }
      </Answered>
    </MemberPage>
  )
}

function Panels() {
  const t = useText()
  const panels = useAnswer(contests.listMyPanels, {})
  const tasks = useAnswer(contests.listMyTasks, { pageSize: PAGE_SIZE }, { everySeconds: 60 })
  return (
    <Answered to={panels}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState title={t(messages.noPanels)}>{t(messages.noPanelsWhy)}</EmptyState>
        ) : (
          <>
            {rows.map((panel) => (
              <PanelCard key={panel.contestId} panel={panel} />
            ))}
            <Answered to={tasks}>{(answer) => <Tasks rows={answer.rows} />}</Answered>
          </>
        )
      }
    </Answered>
  )
}

function PanelCard({ panel }: { panel: Panel }) {
  const t = useText()
  const [isAsked, setAsked] = useState(false)
  const { contestTitle, isAnonymous, kin, toDo, submitted } = panel
  return (
    <Card title={contestTitle}>
      <div className="ui-stack">
        {toDo + submitted > 0 && (
          <p>{toDo === 0 ? t(messages.allDone, { submitted }) : t(messages.progress, { toDo, submitted })}</p>
        )}
        {isAnonymous && <p>{t(messages.anonymous)}</p>}
        <p>{kin.length === 0 ? t(messages.kinNone) : t(messages.kinDeclared, { names: kin.join('、') })}</p>
        <span className="ui-row">
          <Button onPress={() => setAsked(true)}>{t(messages.declareKin)}</Button>
        </span>
      </div>
      {isAsked && <KinDialog contestId={panel.contestId} onClose={() => setAsked(false)} />}
    </Card>
  )
}

const order = { draft: 0, 'to-do': 1, submitted: 2 } as const
const words = { draft: messages.draft, 'to-do': messages.toDo, submitted: messages.submitted } as const
const statuses = { draft: 'warn', 'to-do': 'info', submitted: 'good' } as const

/** What was begun stands first, what is done last. */
function Tasks({ rows }: { rows: readonly Task[] }) {
  const t = useText()
  const format = useFormat()
  if (rows.length === 0) return <EmptyState title={t(messages.noTasks)}>{t(messages.noTasksWhy)}</EmptyState>
  const sorted = rows.toSorted((a, b) => order[a.progress] - order[b.progress] || a.label - b.label)
  return (
    <List label={t(messages.tasks)}>
      {sorted.map(({ id, label, title, categoryName, roundName, contestTitle, progress, judgingUntil }) => (
        <ListItem
          key={id}
          href={`/contests/judging/${id}`}
          answer={<StatusBadge status={statuses[progress]}>{t(words[progress])}</StatusBadge>}
          title={title === null ? t(messages.entry, { label }) : `${t(messages.entry, { label })} ${title}`}
          note={[
            contestTitle,
            roundName,
            categoryName,
            ...(progress !== 'submitted' && judgingUntil !== null
              ? [t(messages.judgingUntil, { day: format.date(judgingUntil, 'short') })]
              : []),
          ].join(' · ')}
        />
      ))}
    </List>
  )
}
