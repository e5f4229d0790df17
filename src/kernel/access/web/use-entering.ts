import { useQueryClient } from '@tanstack/react-query'
import { call } from '#platform/client/call.ts'
import { useLinks } from '#ui/links/link.tsx'
import { access } from '../contract.ts'
import { returnToOf } from './return-to.ts'

/** After signing in: forget every answer that was given to somebody else, and go where they were going. */
export function useEntering(): () => Promise<void> {
  const client = useQueryClient()
  const { navigate } = useLinks()
  return async () => {
    const me = await call(access.me, {})
    await client.resetQueries()
    navigate(returnToOf(location.search) ?? (me.roles.length > 0 ? '/staff' : '/'))
  }
}
