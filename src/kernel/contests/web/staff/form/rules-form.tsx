import type { ReactNode } from 'react'
import { problemsOfRules } from '../../../rules/check-rules.ts'
import type { ContestRules } from '../../../shapes.ts'
import type { Failure } from '#platform/failures.ts'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import '../../contests.css'
import { RulesTold } from '../../told/rules-told.tsx'
import { AwardFields } from './award-fields.tsx'
import { CategoryFields } from './category-fields.tsx'
import { EnteringFields } from './entering-fields.tsx'
import { formMessages as messages } from './messages.ts'
import { tidied } from './new-parts.ts'
import { RoundFields } from './round-fields.tsx'

export type RulesProps = {
  readonly rules: ContestRules
  readonly onSet: (part: Partial<ContestRules>) => void
}

type RulesFormProps = {
  readonly rules: ContestRules
  readonly onChange: (rules: ContestRules) => void
  readonly onSubmit: () => void
  readonly failure: Failure | null
  /** Wrong before anything is sent, by the fields' names. */
  readonly missing?: Readonly<Record<string, string>>
  /** Name and organiser, the reason of an amendment. */
  readonly before: ReactNode
  readonly end: ReactNode
}

/** The rules as fields on the left; on the right, at every keystroke, what they say and where they contradict themselves. */
export function RulesForm({ rules, onChange, ...props }: RulesFormProps) {
  const t = useText()
  const fields = { rules, onSet: (part: Partial<ContestRules>) => onChange(tidied({ ...rules, ...part })) }
  const problems = props.failure?.problems ?? []
  const refused = Object.fromEntries(problems.map(({ field, reason }) => [field, t(reason)]))
  return (
    <div className="contest-columns">
      <Form
        onSubmit={props.onSubmit}
        errors={{ ...refused, ...props.missing }}
        {...(props.failure !== null && problems.length === 0 && { formError: t(props.failure.text) })}
      >
        {props.before}
        <EnteringFields {...fields} />
        <CategoryFields {...fields} />
        <RoundFields {...fields} />
        <AwardFields {...fields} />
        {props.end}
      </Form>
      <aside className="contest-aside" tabIndex={0} aria-label={t(messages.told)}>
        <Card title={t(messages.told)}>
          <RulesTold rules={rules} />
          <Faults rules={rules} />
        </Card>
      </aside>
    </div>
  )
}

function Faults({ rules }: { readonly rules: ContestRules }) {
  const t = useText()
  const faults = problemsOfRules(rules)
  if (faults.length === 0) return <p className="ui-hint">{t(messages.sound)}</p>
  return (
    <div className="contest-faults" role="status">
      <b>{t(messages.faults, { count: faults.length })}</b>
      <ul>
        {faults.map(({ field, reason }) => (
          <li key={`${field} ${reason.zh}`}>{t(reason)}</li>
        ))}
      </ul>
    </div>
  )
}
