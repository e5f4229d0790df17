import { useAnswer } from '#platform/client/hooks.ts'
import { notifications } from '../contract.ts'

/** Asked again every minute while the page is seen; 0 until it is known, and for whoever is not signed in. */
export function useUnreadCount(isSignedIn: boolean): number {
  const answer = useAnswer(notifications.unreadCount, {}, { enabled: isSignedIn, everySeconds: 60 })
  return answer.data?.unread ?? 0
}
