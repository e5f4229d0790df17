import { Icon } from '#ui/pictures/icon.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { publicPlaces } from '../pages.ts'
import { messages } from './messages.ts'
import './places.css'

/** What is open to everybody, as large targets. What has a tab stands below the thumb already. */
export function Places() {
  const t = useText()
  return (
    <nav aria-label={t(messages.places)}>
      <ul className="app-places">
        {publicPlaces.map(({ href, title, icon }) => (
          <li key={href}>
            <Link href={href} className="app-place">
              <Icon name={icon} />
              <span>{t(title)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
