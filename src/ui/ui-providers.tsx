import type { ReactNode } from 'react'
import { AppearanceProvider } from '#ui/appearance/appearance.tsx'
import { ToastProvider } from '#ui/controls/toasts.tsx'
import { LanguageProvider } from '#ui/i18n/language.tsx'

/** Language, appearance and notices, the only state that this folder keeps. Stands once, at the root. */
export function UiProviders({ children }: { children: ReactNode }) {
  return (
    <LanguageProvider>
      <AppearanceProvider>
        <ToastProvider>{children}</ToastProvider>
      </AppearanceProvider>
    </LanguageProvider>
  )
}
