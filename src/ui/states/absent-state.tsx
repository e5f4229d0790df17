import type { ReactNode } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { StateFrame } from './state-frame.tsx'

/** What the address names is not there: to try again would not help, to go back does. */
export function AbsentState({ title }: { title: ReactNode }) {
  const t = useText()
  return (
    <StateFrame
      role="alert"
      picture={<StateDrawing kind="search" />}
      title={title}
      actions={
        <Button icon="chevron-left" onPress={goBack}>
          {t(messages.goBack)}
        </Button>
      }
    >
      {t(messages.absentText)}
    </StateFrame>
  )
}

/** To the page before, or home where the address was opened by itself. */
function goBack(): void {
  if (window.history.length > 1) window.history.back()
  else window.location.assign('/')
}
