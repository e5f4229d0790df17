import type { ReactNode } from 'react'

/** A strip over the whole page that says what kind of data this is; it is printed too. */
export function Ribbon({ children }: { children: ReactNode }) {
  return <p className="ui-ribbon">{children}</p>
}
