import type { ReactNode } from 'react'
import { Icon } from '#ui/pictures/icon.tsx'

/** One line that says since when the page is not fresh, and what is still unsent. */
export function OfflineBanner({ children }: { children: ReactNode }) {
  return (
    <p className="ui-offline-banner" role="status">
      <Icon name="offline" />
      <span>{children}</span>
    </p>
  )
}
