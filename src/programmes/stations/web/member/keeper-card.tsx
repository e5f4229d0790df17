import { useMe } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stations } from '../../contract.ts'
import { messages } from './messages.ts'

/** For home and for the person's own page: the way to the keeper's page, and nothing for everybody else. */
export function KeeperCard() {
  const t = useText()
  const isSignedIn = useMe().data?.signedIn === true
  const kept = useAnswer(stations.myStations, {}, { enabled: isSignedIn }).data?.rows ?? []
  if (kept.length === 0) return null
  const count = kept.reduce((sum, { reports }) => sum + reports.length, 0)
  return (
    <List label={t(messages.keeperHome)}>
      <ListItem
        href="/keeper"
        answer={
          <StatusBadge status={count > 0 ? 'warn' : 'good'}>
            {count > 0 ? t(messages.keeperHomeWaiting, { count }) : t(messages.keeperHomeDone)}
          </StatusBadge>
        }
        title={t(messages.keeperHome)}
        note={kept.map(({ name }) => name).join('、')}
      />
    </List>
  )
}
