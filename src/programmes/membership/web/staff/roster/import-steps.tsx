import { Stepper } from '#ui/controls/stepper.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'

/** Where an import stands: upload, check, look, register. */
export function ImportSteps({ current }: { readonly current: number }) {
  const t = useText()
  const steps = [messages.stepUpload, messages.stepCheck, messages.stepLook, messages.stepWrite]
  return <Stepper label={t(messages.steps)} steps={steps.map((step) => t(step))} current={current} />
}
