import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useMe } from '#kernel/access/client.ts'
import { useCity } from '#kernel/city/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { readSetting, writeSetting } from '#ui/appearance/settings.ts'
import type { FrameSurroundings } from '#ui/frames/frame-context.tsx'
import { OfflineBanner } from '#ui/frames/offline-banner.tsx'
import { Ribbon } from '#ui/frames/ribbon.tsx'
import { useLanguage, useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import type { IconName } from '#ui/pictures/icon.tsx'
import { pages, publicPlaces } from '../pages.ts'
import { messages } from './messages.ts'
import './places.css'

const TABS_MAX = 5
const installations = ['demo', 'real'] as const

/** What the application says on every page: the tabs, the demo ribbon, whether there is a network, who publishes. */
export function useSurroundings(): FrameSurroundings {
  const t = useText()
  const me = useMe().data
  const installation = me?.installation ?? stampedInstallation()
  const isDemo = (installation ?? readSetting('installation', installations, 'real')) === 'demo'
  // Without a network the shell is drawn that no server has stamped; it says demo all the same.
  useEffect(() => {
    if (installation !== undefined) writeSetting('installation', installation)
  }, [installation])
  const online = useOnline()
  const city = useCity().data?.name
  return useMemo(() => {
    const tabs = pages
      .filter((page) => page.face === 'member' && page.menu !== undefined)
      .sort((a, b) => a.menu!.order - b.menu!.order)
      .slice(0, TABS_MAX)
      .map(({ path, menu }) => ({
        href: path,
        label: t(menu!.label),
        icon: menu!.icon as IconName,
      }))
    return {
      tabs,
      publisher: city === undefined ? t(messages.product) : t(messages.publisher, { city: t(city) }),
      ribbon: isDemo && <DemoRibbon />,
      offlineBanner: !online && <OfflineBanner>{t(messages.offline)}</OfflineBanner>,
      reportTools: <ReportTools />,
      reportFooter: <ReportFooter />,
    }
  }, [t, isDemo, online, city])
}

/** As the document says it, before anything was asked. */
const stampedInstallation = () =>
  typeof document === 'undefined' ? undefined : document.documentElement.dataset['installation']

function DemoRibbon() {
  const t = useText()
  return (
    <Ribbon>
      {t(messages.demo)} <Link href="/demo">{t(messages.chooseDemoPerson)}</Link>
    </Ribbon>
  )
}

function ReportTools() {
  const t = useText()
  return (
    <>
      <LanguageButton />
      <Button variant="quiet" icon="print" onPress={() => window.print()}>
        {t(messages.print)}
      </Button>
    </>
  )
}

export function LanguageButton() {
  const t = useText()
  const { language, setLanguage } = useLanguage()
  return (
    <Button variant="quiet" onPress={() => setLanguage(language === 'zh' ? 'en' : 'zh')}>
      {t(messages.language)}
    </Button>
  )
}

function ReportFooter() {
  const t = useText()
  return (
    <p className="app-foot">
      <Link href="/">{t(messages.home)}</Link>
      {publicPlaces.map(({ href, title }) => (
        <Link key={href} href={href}>
          {t(title)}
        </Link>
      ))}
    </p>
  )
}

function useOnline(): boolean {
  return useSyncExternalStore(
    (changed) => {
      window.addEventListener('online', changed)
      window.addEventListener('offline', changed)
      return () => {
        window.removeEventListener('online', changed)
        window.removeEventListener('offline', changed)
      }
    },
    () => navigator.onLine,
    () => true,
  )
}
