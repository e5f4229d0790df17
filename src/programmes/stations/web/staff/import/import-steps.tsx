import { Stepper } from '#ui/controls/stepper.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { importMessages } from './messages.ts'

/** Where an import stands: upload, check, write. */
export function ImportSteps({ current }: { current: number }) {
  const t = useText()
  const steps = [importMessages.stepUpload, importMessages.stepCheck, importMessages.stepCommit]
  return <Stepper label={t(importMessages.steps)} steps={steps.map((step) => t(step))} current={current} />
}
