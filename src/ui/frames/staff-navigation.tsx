import { useId } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { deepestCurrent, Link, useLinks } from '#ui/links/link.tsx'
import { messages } from '#ui/messages.ts'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'

/** `waiting` is how many things there wait for this person. */
export type NavigationItem = { href: string; label: string; icon?: IconName; waiting?: number }
export type NavigationGroup = { label?: string; items: NavigationItem[] }

type StaffNavigationProps = { groups: NavigationGroup[]; onFollow?: () => void }

export function StaffNavigation({ groups, onFollow }: StaffNavigationProps) {
  const t = useText()
  const { currentPath } = useLinks()
  const hrefs = groups.flatMap(({ items }) => items.map(({ href }) => href))
  const current = deepestCurrent(currentPath, hrefs)
  return (
    <nav className="ui-staff-nav" aria-label={t(messages.mainNavigation)} onClick={onFollow}>
      {groups.map((group, index) => (
        <Group key={group.label ?? index} {...group} current={current} />
      ))}
    </nav>
  )
}

function Group({ label, items, current }: NavigationGroup & { current: string | undefined }) {
  const id = useId()
  return (
    <div>
      {label && (
        <p id={id} className="ui-staff-nav-label">
          {label}
        </p>
      )}
      <ul aria-labelledby={label ? id : undefined}>
        {items.map(({ href, label: name, icon, waiting = 0 }) => (
          <li key={href}>
            <Link
              href={href}
              className="ui-staff-nav-item"
              aria-current={href === current ? 'page' : undefined}
            >
              {icon && <Icon name={icon} />}
              <span>{name}</span>
              {waiting > 0 && <span className="ui-count">{waiting}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
