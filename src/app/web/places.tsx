import { Icon, type IconName } from '#ui/pictures/icon.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { pages } from '../pages.ts'
import { messages } from './messages.ts'
import './places.css'

type Place = { readonly href: string; readonly label: string; readonly icon: IconName }

/** The places of the member's face as large targets, the public report among them. */
export function Places() {
  const t = useText()
  const places: Place[] = pages
    .filter((page) => page.face === 'member' && page.menu !== undefined && page.path !== '/')
    .sort((a, b) => a.menu!.order - b.menu!.order)
    .map(({ path, menu }) => ({ href: path, label: t(menu!.label), icon: menu!.icon as IconName }))
  places.push({ href: '/report', label: t(messages.report), icon: 'chart' })
  return (
    <nav aria-label={t(messages.places)}>
      <ul className="app-places">
        {places.map(({ href, label, icon }) => (
          <li key={href}>
            <Link href={href} className="app-place">
              <Icon name={icon} />
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
