import { Outlet } from '@tanstack/react-router'
import { useAnswer } from '#platform/client/hooks.ts'
import type { Page } from '#platform/client/page.ts'
import { useMe } from '#kernel/access/client.ts'
import { work } from '#kernel/work/contract.ts'
import { StaffFrame } from '#ui/frames/staff-frame.tsx'
import type { NavigationGroup } from '#ui/frames/staff-navigation.tsx'
import { useFrame } from '#ui/frames/frame-context.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { IconName } from '#ui/pictures/icon.tsx'
import { pages } from '../pages.ts'
import { messages } from './messages.ts'
import { PersonMenu } from './person-menu.tsx'

const WORK_ASKED_EVERY_SECONDS = 60

/** The desk around every staff page. Only the places that the person may open are listed. */
export default function StaffLayout() {
  const t = useText()
  const { ribbon, offlineBanner } = useFrame()
  const me = useMe().data
  const unit = me?.roles[0]?.organisationName
  return (
    <StaffFrame
      product={t(messages.product)}
      homeHref="/staff"
      groups={useGroups()}
      organisation={unit ?? ''}
      person={<PersonMenu />}
      ribbon={ribbon}
      offlineBanner={offlineBanner}
    >
      <Outlet />
    </StaffFrame>
  )
}

function useGroups(): NavigationGroup[] {
  const t = useText()
  const me = useMe().data
  const waiting = useAnswer(
    work.listWork,
    {},
    {
      enabled: me?.signedIn === true,
      everySeconds: WORK_ASKED_EVERY_SECONDS,
    },
  ).data?.total
  const held = new Set(me?.permissions.map((one) => one.permission))
  const allowed = ({ menu }: Page) => menu?.permissions?.some((permission) => held.has(permission)) ?? true
  const entries = pages
    .filter((page) => page.face === 'staff' && page.menu !== undefined && allowed(page))
    .sort((a, b) => a.menu!.order - b.menu!.order)
  const groups = new Map<string, Page[]>()
  for (const page of entries) {
    const label = page.menu!.group ? t(page.menu!.group) : ''
    groups.set(label, [...(groups.get(label) ?? []), page])
  }
  return [...groups].map(([label, items]) => ({
    ...(label === '' ? {} : { label }),
    items: items.map(({ path, menu }) => ({
      href: path,
      label: t(menu!.label),
      icon: menu!.icon as IconName,
      ...(path === '/staff' && waiting ? { waiting } : {}),
    })),
  }))
}
