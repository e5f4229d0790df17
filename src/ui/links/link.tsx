import {
  createContext,
  useContext,
  useMemo,
  type AnchorHTMLAttributes,
  type MouseEvent,
  type ReactNode,
} from 'react'

export type AnchorProps = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }

type Links = {
  /** Where the person is now, without query and hash; tells frames which entry is current. */
  currentPath: string
  /** Changes the page without loading it anew. */
  navigate: (href: string) => void
  /** A router's own link, where it offers more (preloading); otherwise an anchor that calls `navigate`. */
  renderLink?: (props: AnchorProps) => ReactNode
}

const LinkContext = createContext<Links>({
  currentPath: '/',
  navigate: (href) => location.assign(href),
})

/** Joins every link, menu entry and tab of this folder to the router of the application. */
export function LinkProvider({
  currentPath,
  navigate,
  renderLink,
  children,
}: Links & { children: ReactNode }) {
  const links = useMemo(
    () => ({ currentPath, navigate, ...(renderLink && { renderLink }) }),
    [currentPath, navigate, renderLink],
  )
  return <LinkContext value={links}>{children}</LinkContext>
}

export function useLinks(): Links {
  return useContext(LinkContext)
}

/** True for the page itself and the pages below it: `/stations` is current on `/stations/17`. */
export function isCurrent(currentPath: string, href: string): boolean {
  const path = href.replace(/[?#].*$/, '')
  return currentPath === path || (path !== '/' && currentPath.startsWith(`${path.replace(/\/$/, '')}/`))
}

/** An anchor that stays an anchor: new tab, copy address and no script all work. */
export function Link(props: AnchorProps) {
  const { renderLink, navigate } = useLinks()
  const styled = { className: 'ui-link', ...props }
  if (renderLink) return renderLink(styled)
  const { onClick, ...rest } = styled
  return (
    <a
      {...rest}
      onClick={(event) => {
        onClick?.(event)
        if (!staysInPage(event)) return
        event.preventDefault()
        navigate(props.href)
      }}
    />
  )
}

function staysInPage(event: MouseEvent<HTMLAnchorElement>): boolean {
  const { target, download, origin, hash, pathname } = event.currentTarget
  const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  const withinPage = hash !== '' && pathname === location.pathname
  const ours = origin === location.origin && !download && (target === '' || target === '_self')
  return plain && ours && !withinPage && !event.defaultPrevented
}

/** Of several entries that could be current, the deepest is: on `/m/map/3`, `/m/map` and not `/m`. */
export function deepestCurrent(currentPath: string, hrefs: readonly string[]): string | undefined {
  return hrefs.filter((href) => isCurrent(currentPath, href)).sort((a, b) => b.length - a.length)[0]
}
