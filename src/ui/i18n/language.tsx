import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components/I18nProvider'
import { readSetting, writeSetting } from '#ui/appearance/settings.ts'
import { localeOf, translate, type Arguments, type Language, type Text } from './text.ts'

type LanguageState = { language: Language; setLanguage: (language: Language) => void }

const LanguageContext = createContext<LanguageState>({ language: 'zh', setLanguage: () => undefined })

type LanguageProviderProps = {
  /** The language where this device remembers none. */
  unlessChosen?: Language
  children: ReactNode
}

/**
 * Holds the language of everything below it, tells the component library and `<html lang>`, and
 * remembers the choice on this device. Chinese unless the person chose otherwise.
 */
export function LanguageProvider({ unlessChosen = 'zh', children }: LanguageProviderProps) {
  const [language, setChosen] = useState<Language>(() => readSetting('language', ['zh', 'en'], unlessChosen))
  const setLanguage = useCallback((chosen: Language) => {
    writeSetting('language', chosen)
    setChosen(chosen)
  }, [])
  useEffect(() => {
    document.documentElement.lang = localeOf(language)
  }, [language])
  const state = useMemo(() => ({ language, setLanguage }), [language, setLanguage])
  return (
    <LanguageContext value={state}>
      <I18nProvider locale={localeOf(language)}>{children}</I18nProvider>
    </LanguageContext>
  )
}

export function useLanguage(): LanguageState {
  return useContext(LanguageContext)
}

export type Translate = <M extends Text>(message: M, ...values: Arguments<M>) => string

/** `const t = useText()`, then `t(messages.greeting, { name })`. */
export function useText(): Translate {
  const { language } = useLanguage()
  return useCallback((message, ...values) => translate(language, message, ...values), [language])
}
