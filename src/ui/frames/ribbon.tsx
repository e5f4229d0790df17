import type { ReactNode } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'

/** A strip over the whole page that says what kind of data this is; it is printed too. */
export function Ribbon({ children }: { children: ReactNode }) {
  const t = useText()
  return (
    <aside className="ui-ribbon" aria-label={t(messages.aboutData)}>
      {children}
    </aside>
  )
}
