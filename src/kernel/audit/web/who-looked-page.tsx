import { useAnswer } from '#platform/client/hooks.ts'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Answered } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { audit } from '../contract.ts'
import { messages } from './messages.ts'

/** A person sees who looked at what is held about them, when, and for which reason. */
export default function WhoLookedPage() {
  const t = useText()
  const format = useFormat()
  const answer = useAnswer(audit.whoLooked, {})
  return (
    <MemberPage title={t(messages.looked)} backHref="/me">
      <p>{t(messages.lookedIntro)}</p>
      <Answered to={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState kind="done" title={t(messages.lookedEmpty)} />
          ) : (
            <List label={t(messages.looked)}>
              {rows.map((line) => (
                <ListItem
                  key={`${line.at} ${line.operation}`}
                  answer={format.dateTime(line.at)}
                  title={[line.actorName, line.organisationName].filter(Boolean).join(' · ')}
                  note={`${t(line.title)} · ${line.reason ?? t(messages.noReason)}`}
                />
              ))}
            </List>
          )
        }
      </Answered>
    </MemberPage>
  )
}
