import { useAnswer } from '#platform/client/hooks.ts'
import { Card } from '#ui/data/card.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { access } from '../contract.ts'
import { staffMessages as messages } from './staff-messages.ts'

/** Read off the modules by the server, so that it cannot lag behind what is enforced. */
export function RoleCatalogue() {
  const t = useText()
  const roles = useAnswer(access.listRoles, {})
  return (
    <Answered to={roles}>
      {({ rows }) => (
        <div className="ui-stack">
          {rows.map((role) => (
            <Card key={role.role} title={t(role)}>
              <p>{t(role.what)}</p>
              <Disclosure title={t(messages.permissionCount, { count: role.permissions.length })}>
                <div className="ui-prose">
                  <ul>
                    {role.permissions.map(({ permission, module, ...words }) => (
                      <li key={permission}>
                        {t(module)} · {t(words)} <code>{permission}</code>
                      </li>
                    ))}
                  </ul>
                </div>
              </Disclosure>
            </Card>
          ))}
        </div>
      )}
    </Answered>
  )
}
