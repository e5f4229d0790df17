import type { ReactNode } from 'react'
import { AppearanceProvider } from '#ui/appearance/appearance.tsx'
import { ToastProvider } from '#ui/controls/toasts.tsx'
import { LanguageProvider } from '#ui/i18n/language.tsx'
import type { Language } from '#ui/i18n/text.ts'

type UiProvidersProps = {
  /** The language where this device remembers none. */
  language?: Language
  children: ReactNode
}

/** Language, appearance and notices, the only state that this folder keeps. Stands once, at the root. */
export function UiProviders({ language = 'zh', children }: UiProvidersProps) {
  return (
    <LanguageProvider unlessChosen={language}>
      <AppearanceProvider>
        <ToastProvider>{children}</ToastProvider>
      </AppearanceProvider>
    </LanguageProvider>
  )
}
