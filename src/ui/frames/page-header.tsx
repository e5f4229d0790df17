import type { ReactNode } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { messages } from '#ui/messages.ts'

export type Breadcrumb = { label: string; href: string }

export type PageHeaderProps = {
  title: ReactNode
  /** The pages above this one, from the top; the page itself is the title and not repeated. */
  breadcrumbs?: Breadcrumb[]
  /** One line under the title: what this page is for, or the state of the record. */
  summary?: ReactNode
  actions?: ReactNode
}

/** The head of a staff page: where it stands, what it is, what can be done. */
export function PageHeader({ title, breadcrumbs = [], summary, actions }: PageHeaderProps) {
  const t = useText()
  return (
    <header className="ui-page-header">
      {breadcrumbs.length > 0 && (
        <nav aria-label={t(messages.breadcrumbs)}>
          <ol className="ui-breadcrumbs">
            {breadcrumbs.map(({ label, href }) => (
              <li key={href}>
                <Link href={href}>{label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="ui-page-title">
        <h1>{title}</h1>
        {actions && <div className="ui-row">{actions}</div>}
      </div>
      {summary && <div className="ui-page-summary">{summary}</div>}
    </header>
  )
}
