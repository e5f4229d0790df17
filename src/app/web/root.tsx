import { Outlet, useMatches, useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useEffect, type ReactNode } from 'react'
import { useAppearance } from '#ui/appearance/appearance.tsx'
import { FrameProvider } from '#ui/frames/frame-context.tsx'
import { useLanguage, useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { LinkProvider } from '#ui/links/link.tsx'
import { useSurroundings } from './surroundings.tsx'

/** What surrounds every page: links that do not reload, the title, the words of the frame, toasts. */
export function Root() {
  useTitle()
  useChoiceCookies()
  return (
    <Links>
      <FrameProvider value={useSurroundings()}>
        <Outlet />
      </FrameProvider>
    </Links>
  )
}

export const PlainLayout = () => <Outlet />

function Links({ children }: { children: ReactNode }) {
  const router = useRouter()
  const currentPath = useRouterState({ select: (state) => state.location.pathname })
  const navigate = useCallback((href: string) => void router.navigate({ href }), [router])
  return (
    <LinkProvider currentPath={currentPath} navigate={navigate}>
      {children}
    </LinkProvider>
  )
}

export const titleOf = (page: string | undefined) => (page === undefined ? '振翼' : `${page} · 振翼`)

function useTitle() {
  const t = useText()
  const title = useMatches().at(-1)?.staticData.title
  useEffect(() => {
    document.title = titleOf(title && t(title))
  }, [t, title])
}

/**
 * The server words its refusals, files and mails in the language of the pages, and draws first pages in the size and
 * colours that were chosen.
 */
function useChoiceCookies() {
  const { language } = useLanguage()
  const { theme, textSize } = useAppearance()
  useEffect(() => keepCookie('language', language === 'en' ? 'en' : 'zh-CN'), [language])
  useEffect(() => keepCookie('theme', theme), [theme])
  useEffect(() => keepCookie('text', textSize), [textSize])
}

function keepCookie(name: string, value: string) {
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    title?: Text
  }
}
