import { createContext, useContext, useLayoutEffect, useMemo, useState, type ReactNode } from 'react'
import { readSetting, writeSetting } from './settings.ts'

export type Theme = 'system' | 'light' | 'dark'
export type TextSize = 'normal' | 'large'

type AppearanceState = {
  theme: Theme
  textSize: TextSize
  setTheme: (theme: Theme) => void
  setTextSize: (size: TextSize) => void
}

const AppearanceContext = createContext<AppearanceState>({
  theme: 'system',
  textSize: 'normal',
  setTheme: () => undefined,
  setTextSize: () => undefined,
})

/** Writes theme and text size to `<html>`, where the style sheet reads them, and remembers both. */
export function AppearanceProvider({ children }: { children: ReactNode }) {
  const [theme, setTheme] = useRemembered<Theme>('theme', ['system', 'light', 'dark'])
  const [textSize, setTextSize] = useRemembered<TextSize>('text', ['normal', 'large'])
  useLayoutEffect(() => mark('theme', theme === 'system' ? undefined : theme), [theme])
  useLayoutEffect(() => mark('text', textSize === 'normal' ? undefined : textSize), [textSize])
  const state = useMemo(
    () => ({ theme, textSize, setTheme, setTextSize }),
    [theme, textSize, setTheme, setTextSize],
  )
  return <AppearanceContext value={state}>{children}</AppearanceContext>
}

export function useAppearance(): AppearanceState {
  return useContext(AppearanceContext)
}

/** The first of `allowed` is the default. */
function useRemembered<T extends string>(name: string, allowed: readonly [T, ...T[]]) {
  const [value, setValue] = useState<T>(() => readSetting(name, allowed, allowed[0]))
  const remember = useMemo(
    () => (chosen: T) => {
      writeSetting(name, chosen)
      setValue(chosen)
    },
    [name],
  )
  return [value, remember] as const
}

function mark(name: 'theme' | 'text', value: string | undefined) {
  if (value === undefined) delete document.documentElement.dataset[name]
  else document.documentElement.dataset[name] = value
}
