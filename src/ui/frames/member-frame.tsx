import type { ReactNode } from 'react'
import { useText } from '#ui/i18n/language.tsx'
import { deepestCurrent, Link, useLinks } from '#ui/links/link.tsx'
import { messages } from '#ui/messages.ts'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'
import { mainId, SkipLink } from './skip-link.tsx'
import { useBlockSize } from './use-block-size.ts'
import { TextSizeButton } from './text-size-button.tsx'

/** `unread` shows as a count on the picture and is read aloud. */
export type TabItem = { href: string; label: string; icon: IconName; unread?: number }

export type MemberFrameProps = {
  title: ReactNode
  /** The page above this one; a page that a tab opens has none. */
  backHref?: string
  /** Four or five places, under the thumb. */
  tabs: TabItem[]
  /** Right of the large-text button: one more icon at most. */
  actions?: ReactNode
  ribbon?: ReactNode
  offlineBanner?: ReactNode
  /** The one action of the screen, fixed above the tabs. */
  footer?: ReactNode
  /** Lets a map or a code reach the edges of the screen. */
  fullBleed?: boolean
  children: ReactNode
}

/** A member's page: one task a screen, the way back above, the places below. */
export function MemberFrame(props: MemberFrameProps) {
  const t = useText()
  const [bottom, blockSize] = useBlockSize()
  return (
    // The bar below is fixed, so that the page leaves it as much room as it takes.
    <div className="ui-member" style={{ paddingBlockEnd: blockSize }}>
      <SkipLink />
      {props.ribbon}
      <MemberTop
        title={props.title}
        actions={props.actions}
        {...(props.backHref && { backHref: props.backHref })}
      />
      {props.offlineBanner}
      <main
        id={mainId}
        tabIndex={-1}
        className="ui-member-main"
        data-full-bleed={props.fullBleed || undefined}
      >
        {props.children}
      </main>
      <div ref={bottom} className="ui-member-bottom">
        {props.footer && (
          <section className="ui-member-footer" aria-label={t(messages.mainAction)}>
            {props.footer}
          </section>
        )}
        <TabBar tabs={props.tabs} />
      </div>
    </div>
  )
}

function MemberTop({ title, backHref, actions }: Pick<MemberFrameProps, 'title' | 'backHref' | 'actions'>) {
  const t = useText()
  return (
    <header className="ui-member-top">
      {backHref && (
        <Link href={backHref} className="ui-top-back" aria-label={t(messages.back)}>
          <Icon name="chevron-left" />
        </Link>
      )}
      <h1>{title}</h1>
      <TextSizeButton />
      {actions}
    </header>
  )
}

function TabBar({ tabs }: { tabs: TabItem[] }) {
  const t = useText()
  const { currentPath } = useLinks()
  const current = deepestCurrent(
    currentPath,
    tabs.map(({ href }) => href),
  )
  return (
    <nav className="ui-tabbar" aria-label={t(messages.mainNavigation)}>
      {tabs.map(({ href, label, icon, unread = 0 }) => (
        <Link
          key={href}
          href={href}
          className="ui-tabbar-item"
          aria-current={href === current ? 'page' : undefined}
        >
          <span className="ui-tabbar-icon">
            <Icon name={icon} />
            {unread > 0 && (
              <span aria-hidden className="ui-count">
                {unread > 99 ? '99+' : unread}
              </span>
            )}
          </span>
          {label}
          {unread > 0 && <span className="ui-hidden">{t(messages.unread, { count: unread })}</span>}
        </Link>
      ))}
    </nav>
  )
}
