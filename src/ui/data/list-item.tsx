import type { ReactNode } from 'react'
import { Link } from '#ui/links/link.tsx'
import { Icon } from '#ui/pictures/icon.tsx'

export type ListItemProps = {
  href?: string
  /** The answer: open now, 320 m. It stands first because it is what the person came for. */
  answer: ReactNode
  title: ReactNode
  note?: ReactNode
  children?: ReactNode
}

/** A line of a member's list. The title is the link, and its whole line can be pressed. */
export function ListItem({ href, answer, title, note, children }: ListItemProps) {
  return (
    <li className="ui-list-item">
      <div className="ui-list-answer">{answer}</div>
      <p className="ui-list-title">
        {href === undefined ? (
          title
        ) : (
          <Link href={href} className="ui-list-link">
            {title}
          </Link>
        )}
      </p>
      {note && <p className="ui-list-note">{note}</p>}
      {children && <div className="ui-row">{children}</div>}
      {href !== undefined && (
        <span className="ui-list-arrow">
          <Icon name="chevron-right" />
        </span>
      )}
    </li>
  )
}

export function List({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className="ui-list" aria-label={label}>
      {children}
    </ul>
  )
}
