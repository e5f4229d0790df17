import { useAnswer, useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { List, ListItem } from '#ui/data/list-item.tsx'
import { MemberPage } from '#ui/frames/member-page.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered, Refused } from '#ui/states/answered.tsx'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { access } from '../contract.ts'
import { messages } from './messages.ts'
import { useEntering } from './use-entering.ts'

/** Only in a demo city: become one of its people. */
export default function DemoPage() {
  const t = useText()
  const personas = useAnswer(access.demoPersonas, {})
  const become = useCommand(access.becomePersona)
  const enter = useEntering()
  const go = (id: string) =>
    become.mutate({ id, device: navigator.userAgent }, { onSuccess: () => void enter() })
  return (
    <MemberPage title={t(messages.demoTitle)} backHref="/">
      <div className="ui-stack">
        {become.error && <Refused error={become.error} />}
        <Answered to={personas}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState title={t(messages.demoClosed)} />
            ) : (
              <>
                <p>{t(messages.demoHint)}</p>
                <List label={t(messages.demoTitle)}>
                  {rows.map((row) => (
                    <ListItem key={row.id} answer={t(row)} title={row.name} note={t(row.what)}>
                      <Button
                        aria-label={`${t(messages.become)} ${row.name}`}
                        isPending={become.isPending && become.variables.id === row.id}
                        onPress={() => go(row.id)}
                      >
                        {t(messages.become)}
                      </Button>
                    </ListItem>
                  ))}
                </List>
              </>
            )
          }
        </Answered>
      </div>
    </MemberPage>
  )
}
