import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { Icon } from '#ui/pictures/icon.tsx'

export type StepperProps = {
  label: string
  /** Names of the steps in order. */
  steps: string[]
  /** Index of the step the person is at. */
  current: number
}

/** Where a task of several pages stands: upload, check, commit. */
export function Stepper({ label, steps, current }: StepperProps) {
  const t = useText()
  return (
    <ol className="ui-stepper" aria-label={label}>
      {steps.map((step, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'ahead'
        return (
          <li
            key={step}
            className="ui-step"
            data-state={state}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className="ui-step-number" aria-hidden>
              {state === 'done' ? <Icon name="check" /> : index + 1}
            </span>
            {step}
            {state === 'done' && <span className="ui-hidden">{t(messages.stepDone)}</span>}
          </li>
        )
      })}
    </ol>
  )
}
