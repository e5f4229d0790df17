import { useState } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { useSearchText } from '#platform/client/use-search-text.ts'
import { Button } from '#ui/controls/button.tsx'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { SegmentedControl } from '#ui/controls/segmented-control.tsx'
import { List } from '#ui/data/list-item.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { signInAddress } from '#ui/links/sign-in-address.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { activities } from '../../contract.ts'
import { ActivityLine } from '../activity-line.tsx'
import { messages } from '../messages.ts'

const views = ['coming', 'mine', 'past'] as const
type View = (typeof views)[number]

const STEP = 20
const PAGE_MAX = 200

/** What takes place, what I signed up for, what was. */
export default function ActivitiesPage() {
  const t = useText()
  const [text, setText] = useSearchText()
  const view = views.find((one) => one === text.get('view')) ?? 'coming'
  const show = (id: View) => setText(new URLSearchParams(id === 'coming' ? {} : { view: id }))
  return (
    <MemberPage title={t(messages.title)} backHref="/me">
      <SegmentedControl
        label={t(messages.view)}
        segments={views.map((id) => ({ id, label: t(messages[id]) }))}
        value={view}
        onChange={show}
      />
      {view === 'mine' ? <Mine /> : <Everybodys key={view} view={view} />}
    </MemberPage>
  )
}

const noneWords = {
  coming: [messages.noneComing, messages.noneComingWhy],
  past: [messages.nonePast, messages.noneComingWhy],
} as const

function Everybodys({ view }: { view: 'coming' | 'past' }) {
  const t = useText()
  const [pageSize, setPageSize] = useState(STEP)
  const answer = useAnswer(activities.listActivities, { view, pageSize }, { keepLast: true })
  const [none, why] = noneWords[view]
  return (
    <Answered to={answer}>
      {({ rows, total }) =>
        total === 0 ? (
          <EmptyState title={t(none)}>{t(why)}</EmptyState>
        ) : (
          <div className="ui-stack">
            <List label={t(messages.title)}>
              {rows.map((row) => (
                <ActivityLine key={row.id} activity={row} />
              ))}
            </List>
            {rows.length < Math.min(total, PAGE_MAX) && (
              <Button onPress={() => setPageSize(pageSize + STEP)}>{t(messages.older)}</Button>
            )}
          </div>
        )
      }
    </Answered>
  )
}

function Mine() {
  const t = useText()
  const me = useMe()
  return (
    <Answered to={me}>
      {({ person }) =>
        person === null ? (
          <EmptyState
            title={t(messages.signInToSee)}
            actions={
              <LinkButton variant="primary" href={signInAddress('/activities?view=mine')}>
                {t(messages.signIn)}
              </LinkButton>
            }
          />
        ) : (
          <MyList />
        )
      }
    </Answered>
  )
}

function MyList() {
  const t = useText()
  const answer = useAnswer(activities.listMySignUps, { pageSize: PAGE_MAX })
  return (
    <Answered to={answer}>
      {({ rows, total }) =>
        total === 0 ? (
          <EmptyState title={t(messages.noneMine)}>{t(messages.noneMineWhy)}</EmptyState>
        ) : (
          <List label={t(messages.mine)}>
            {rows.map((row) => (
              <ActivityLine key={row.id} activity={row} mine={row.mine} />
            ))}
          </List>
        )
      }
    </Answered>
  )
}
