import { useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { useCase } from '#kernel/review/client.tsx'
import { useCommand } from '#platform/client/hooks.ts'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../contract.ts'
import { ElectionFields, emptyReport } from '../election-fields.tsx'
import type { Founding } from './founding-page.tsx'
import { messages } from './messages.ts'

/** What the members' meeting elected, once the roll stands. */
export function ElectionForm({ founding }: { founding: Founding }) {
  const t = useText()
  const toast = useToast()
  const one = useCase(founding.standing.caseId)
  const send = useCommand(membership.reportElection, ['review'])
  const [typed, setReport] = useState(() => emptyReport(founding.roll.length, founding.form === 'organiser'))
  // The whole roll is entitled to come to a meeting of all members, however long it has grown meanwhile.
  const report = typed.meeting === 'members' ? { ...typed, entitled: founding.roll.length } : typed
  const submit = () =>
    one.data !== undefined &&
    send.mutate(
      { id: founding.id, seq: one.data.seq, report },
      { onSuccess: () => toast({ text: t(messages.reported) }) },
    )
  return (
    <Card title={t(messages.election)}>
      <Form onSubmit={submit} {...formRefusal(atReport(send.error), t)}>
        <ElectionFields path="report" report={report} onChange={setReport} />
        <Button type="submit" variant="primary" wide isPending={send.isPending}>
          {t(messages.report)}
        </Button>
      </Form>
    </Card>
  )
}

/** The rules name fields of a report; here the report is one field of the command. */
export function atReport(failure: Failure | null, path = 'report'): Failure | null {
  if (failure === null) return null
  const problems = failure.problems.map((problem) =>
    problem.field.startsWith(path) ? problem : { ...problem, field: `${path}.${problem.field}` },
  )
  return Object.assign(Object.create(Object.getPrototypeOf(failure) as object) as Failure, failure, {
    problems,
  })
}
