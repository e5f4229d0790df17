import { useAnswer } from '#platform/client/hooks.ts'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { Link } from '#ui/links/link.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { membership } from '../../../../contract.ts'
import { messages } from '../messages.ts'

/** What this union gets for its founding and its members. */
export function SupportCard({ unionId }: { unionId: string }) {
  const t = useText()
  const format = useFormat()
  const projects = useAnswer(membership.listProjects, { unionId })
  return (
    <Card title={t(messages.support)}>
      <Answered to={projects}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="ui-hint">{t(messages.noSupport)}</p>
          ) : (
            <ul className="unions-rows">
              {rows.map(({ id, policyName, paidFen }) => (
                <li key={id}>
                  <Link href={`/staff/unions/projects/${id}`}>{policyName}</Link>
                  <span className="ui-figures">{format.yuan(paidFen)}</span>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Card>
  )
}
