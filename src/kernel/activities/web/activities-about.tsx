import { useAnswer } from '#platform/client/hooks.ts'
import { List } from '#ui/data/list-item.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { activities } from '../contract.ts'
import { ActivityLine } from './activity-line.tsx'
import { messages } from './messages.ts'

export type AboutProps = {
  /** The record that they belong to, such as `contest:0192…`. */
  readonly about: string
  /** Whose record it is; what others announce about it is not shown. */
  readonly organisationId: string
}

/** What is to come around one record; nothing where nothing is. */
export function ActivitiesAbout({ about, organisationId }: AboutProps) {
  const t = useText()
  const rows = useAnswer(activities.listActivities, { about, organisationId }).data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <section className="ui-stack">
      <h2>{t(messages.title)}</h2>
      <List label={t(messages.title)}>
        {rows.map((row) => (
          <ActivityLine key={row.id} activity={row} />
        ))}
      </List>
    </section>
  )
}
