import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { LinkButton } from '#ui/controls/link-button.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { SignInState } from '#ui/states/sign-in-state.tsx'
import { stations } from '../../../contract.ts'
import { applicationWords } from '../../state-words.ts'
import '../stations.css'
import { applyMessages as messages } from './messages.ts'

/** What the person applied for, and who asks them to keep a station. */
export default function ApplicationsPage() {
  const t = useText()
  const me = useMe()
  return (
    <MemberPage title={t(messages.mine)} backHref="/stations">
      <Answered to={me}>
        {({ signedIn }) => (signedIn ? <Mine /> : <SignInState>{t(messages.signInWhy)}</SignInState>)}
      </Answered>
    </MemberPage>
  )
}

function Mine() {
  const t = useText()
  const format = useFormat()
  const apply = (
    <LinkButton variant="primary" icon="plus" href="/stations/apply">
      {t(messages.newOne)}
    </LinkButton>
  )
  return (
    <Answered to={useAnswer(stations.myApplications, {})} label={t(messages.loading)}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState title={t(messages.noneTitle)} actions={apply}>
            {t(messages.none)}
          </EmptyState>
        ) : (
          <>
            <List label={t(messages.mine)}>
              {rows.map((row) => {
                const { text, status } = applicationWords[row.state]!
                const isAsked = row.role === 'keeper' && row.state === 'keeper'
                return (
                  <ListItem
                    key={row.id}
                    href={`/stations/applications/${row.id}`}
                    answer={
                      <StatusBadge status={status}>{t(isAsked ? messages.askedToKeep : text)}</StatusBadge>
                    }
                    title={row.name}
                    note={`${row.hostUnit} · ${t(messages.applied, { when: format.date(row.appliedAt) })}`}
                  />
                )
              })}
            </List>
            {apply}
          </>
        )
      }
    </Answered>
  )
}
