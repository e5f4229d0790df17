import { Outlet, useMatches, useRouter, useRouterState } from '@tanstack/react-router'
import { useCallback, useEffect, type ReactNode } from 'react'
import { FrameProvider } from '#ui/frames/frame-context.tsx'
import { useLanguage, useText } from '#ui/i18n/language.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { LinkProvider } from '#ui/links/link.tsx'
import { useSurroundings } from './surroundings.tsx'

/** What surrounds every page: links that do not reload, the title, the words of the frame, toasts. */
export function Root() {
  useTitle()
  useLanguageCookie()
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

function useTitle() {
  const t = useText()
  const title = useMatches().at(-1)?.staticData.title
  useEffect(() => {
    document.title = title === undefined ? '振翼' : `${t(title)} · 振翼`
  }, [t, title])
}

/** The server words its refusals, files and mails in the language of the pages. */
function useLanguageCookie() {
  const { language } = useLanguage()
  useEffect(() => {
    const value = language === 'en' ? 'en' : 'zh-CN'
    document.cookie = `language=${value}; path=/; max-age=31536000; samesite=lax`
  }, [language])
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    title?: Text
  }
}
