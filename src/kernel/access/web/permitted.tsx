import type { ReactNode } from 'react'
import { Answered } from '#ui/states/answered.tsx'
import { NoPermissionState } from '#ui/states/no-permission-state.tsx'
import { Allowed } from './allowed.tsx'
import { useMe } from './use-me.ts'

type PermittedProps = { readonly permission: string; readonly children: ReactNode }

/** A page that is a form from its first moment: whoever could not send it is told before typing. */
export function Permitted({ permission, children }: PermittedProps) {
  return (
    <Answered to={useMe()}>
      {() => (
        <Allowed permission={permission} otherwise={<NoPermissionState />}>
          {children}
        </Allowed>
      )}
    </Answered>
  )
}
