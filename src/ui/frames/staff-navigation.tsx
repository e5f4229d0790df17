import { useId, useState, type ReactNode } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { deepestCurrent, Link, useLinks } from '#ui/links/link.tsx'
import { messages } from '#ui/messages.ts'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'

/** `waiting` is how many things there wait for this person. */
export type NavigationItem = { href: string; label: string; icon?: IconName; waiting?: number }
export type NavigationGroup = { label?: string; items: NavigationItem[] }

type StaffNavigationProps = { groups: NavigationGroup[]; onFollow?: () => void }

/** Groups with a label fold; that of the page at hand is open, and whatever the person opened stays so. */
export function StaffNavigation({ groups, onFollow }: StaffNavigationProps) {
  const t = useText()
  const { currentPath } = useLinks()
  const hrefs = groups.flatMap(({ items }) => items.map(({ href }) => href))
  const current = hrefs.includes(currentPath)
    ? currentPath
    : deepestCurrent(currentPath, hrefs.filter(isBelow))
  return (
    <nav className="ui-staff-nav" aria-label={t(messages.mainNavigation)}>
      {groups.map(({ label, items }) => {
        const links = <Items items={items} current={current} onFollow={onFollow} />
        if (label === undefined) return <div key="">{links}</div>
        const holdsCurrent = items.some(({ href }) => href === current)
        return (
          <Group key={label} label={label} holdsCurrent={holdsCurrent}>
            {links}
          </Group>
        )
      })}
    </nav>
  )
}

/** The desk's first page lies above all others, and is current on itself alone. */
const isBelow = (href: string, _index: number, hrefs: readonly string[]) =>
  !hrefs.every((other) => other === href || other.startsWith(`${href}/`))

type GroupProps = { label: string; holdsCurrent: boolean; children: ReactNode }

function Group({ label, holdsCurrent, children }: GroupProps) {
  const id = useId()
  const [chosen, choose] = useState<boolean>()
  const isOpen = chosen ?? holdsCurrent
  return (
    <div>
      <button
        type="button"
        className="ui-staff-nav-label"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => choose(!isOpen)}
      >
        <span>{label}</span>
        <Icon name="chevron-right" />
      </button>
      <div id={id} hidden={!isOpen}>
        {children}
      </div>
    </div>
  )
}

type ItemsProps = {
  items: NavigationItem[]
  current: string | undefined
  onFollow?: (() => void) | undefined
}

const Items = ({ items, current, onFollow }: ItemsProps) => (
  <ul onClick={onFollow}>
    {items.map(({ href, label, icon, waiting = 0 }) => (
      <li key={href}>
        <Link href={href} className="ui-staff-nav-item" aria-current={href === current ? 'page' : undefined}>
          {icon && <Icon name={icon} />}
          <span>{label}</span>
          {waiting > 0 && <span className="ui-count">{waiting}</span>}
        </Link>
      </li>
    ))}
  </ul>
)
