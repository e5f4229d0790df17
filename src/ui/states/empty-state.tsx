import type { ReactNode } from 'react'
import { StateDrawing } from '#ui/pictures/state-drawing.tsx'
import { StateFrame } from './state-frame.tsx'

export type EmptyStateProps = {
  title: ReactNode
  /** Why it is empty and what would fill it. */
  children?: ReactNode
  actions?: ReactNode
  /** `done`: nothing waits for you, which is good. `search`: nothing matches, loosen the filter. */
  kind?: 'nothing' | 'done' | 'search'
}

export function EmptyState({ kind = 'nothing', ...props }: EmptyStateProps) {
  return <StateFrame picture={<StateDrawing kind={kind} />} {...props} />
}
