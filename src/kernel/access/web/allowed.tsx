import type { ReactNode } from 'react'
import { holdsSomewhere, useMe } from './use-me.ts'

type AllowedProps = {
  readonly permission: string
  readonly children: ReactNode
  readonly otherwise?: ReactNode
}

/** Shows its children to whoever holds the permission somewhere. A courtesy: the server refuses on its own. */
export function Allowed({ permission, children, otherwise = null }: AllowedProps) {
  return holdsSomewhere(useMe().data, permission) ? children : otherwise
}
