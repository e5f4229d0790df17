import { useBlocker } from '@tanstack/react-router'
import { useRef } from 'react'

/**
 * Holds whoever would leave typed work behind, by a link, the way back or a closed tab: `isAsked` while they are asked
 * (draw `LeaveDialog`). Call `release` once the work is saved.
 */
export function useLeaving(isDirty: boolean) {
  const isReleased = useRef(false)
  const holds = () => isDirty && !isReleased.current
  const blocker = useBlocker({ shouldBlockFn: holds, enableBeforeUnload: holds, withResolver: true })
  return {
    isAsked: blocker.status === 'blocked',
    stay: () => blocker.reset?.(),
    leave: () => blocker.proceed?.(),
    release: () => {
      isReleased.current = true
    },
  }
}
