import { useEffect, useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { Stepper } from '#ui/controls/stepper.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { stepOfField, type Draft } from './draft.ts'
import { messages } from './messages.ts'
import { CheckStep } from './steps/check-step.tsx'
import { CountStep } from './steps/count-step.tsx'
import { FormStep } from './steps/form-step.tsx'
import { PeopleStep } from './steps/people-step.tsx'
import { UnitStep } from './steps/unit-step.tsx'

export type StepProps = { readonly draft: Draft; readonly change: (part: Partial<Draft>) => void }

type ApplyFormProps = {
  readonly initial: Draft
  readonly onChange: (draft: Draft) => void
  readonly sendLabel: string
  readonly isPending: boolean
  readonly failure: Failure | null
  readonly onSend: (draft: Draft) => void
}

const steps = [UnitStep, CountStep, FormStep, PeopleStep, CheckStep] as const
const LAST = steps.length - 1

/** The steps of an application. A refusal opens the step on which its first field is asked. */
export function ApplyForm({ initial, onChange, sendLabel, isPending, failure, onSend }: ApplyFormProps) {
  const t = useText()
  const [draft, setDraft] = useState(initial)
  const [step, setStep] = useState(0)
  const [answered, setAnswered] = useState<Failure | null>(null)
  if (failure !== answered) {
    setAnswered(failure)
    const [first] = failure?.problems ?? []
    if (first !== undefined) setStep(stepOfField(first.field.replace(/^application\./, '')))
  }
  useEffect(() => onChange(draft))
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }))
  const go = (to: number) => {
    setStep(to)
    window.scrollTo({ top: 0 })
  }
  const Step = steps[step]!
  return (
    <div className="unions-apply">
      <Stepper
        label={t(messages.steps)}
        steps={[
          t(messages.stepUnit),
          t(messages.stepCount),
          t(messages.stepForm),
          t(messages.stepPeople),
          t(messages.stepSend),
        ]}
        current={step}
      />
      <Form onSubmit={() => (step === LAST ? onSend(draft) : go(step + 1))} {...formRefusal(failure, t)}>
        <Step draft={draft} change={change} />
        <div className="unions-apply-end">
          {step > 0 && <Button onPress={() => go(step - 1)}>{t(messages.back)}</Button>}
          <Button type="submit" variant="primary" isPending={isPending}>
            {step === LAST ? sendLabel : t(messages.next)}
          </Button>
        </div>
      </Form>
    </div>
  )
}
