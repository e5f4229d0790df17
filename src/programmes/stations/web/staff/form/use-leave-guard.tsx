import type { ReactNode } from 'react'
import { useLeaving } from '#platform/client/use-leaving.ts'
import { LeaveDialog } from '#ui/controls/leave-dialog.tsx'

/** The dialog that asks before typed work is left behind; `release` after it was saved. */
export function useLeaveGuard(isDirty: boolean): { dialog: ReactNode; release: () => void } {
  const { release, ...asked } = useLeaving(isDirty)
  return { dialog: <LeaveDialog {...asked} />, release }
}
