import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useAnswer } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/data/card.tsx'
import { List } from '#ui/data/list-item.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { activities } from '../contract.ts'
import { ActivityLine } from './activity-line.tsx'
import { messages } from './messages.ts'
import { staffMessages } from './staff-messages.ts'
import { ActivityDialog } from './staff/activity-dialog.tsx'

type ActivitiesAboutProps = {
  /** The record that they belong to, such as `contest:0192…`. */
  readonly about: string
  /** At a desk, holders of `activities.run` announce another from here. */
  readonly mayAnnounce?: boolean
}

/** What is to come around one record; nothing at all where there is nothing and nobody may add. */
export function ActivitiesAbout({ about, mayAnnounce = false }: ActivitiesAboutProps) {
  const t = useText()
  const [isMaking, setMaking] = useState(false)
  const rows = useAnswer(activities.listActivities, { about }).data?.rows ?? []
  if (rows.length === 0 && !mayAnnounce) return null
  return (
    <Card
      title={t(messages.title)}
      actions={
        mayAnnounce && (
          <Allowed permission="activities.run">
            <Button icon="plus" onPress={() => setMaking(true)}>
              {t(staffMessages.announce)}
            </Button>
          </Allowed>
        )
      }
    >
      {rows.length === 0 ? (
        <p>{t(messages.noneComing)}</p>
      ) : (
        <List label={t(messages.title)}>
          {rows.map((row) => (
            <ActivityLine key={row.id} activity={row} />
          ))}
        </List>
      )}
      {isMaking && <ActivityDialog about={about} onClose={() => setMaking(false)} />}
    </Card>
  )
}
