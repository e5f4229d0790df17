import type { ReactNode } from 'react'
import { StatusShape, type Status } from '#ui/data/status-badge.tsx'
import './said.css'

/** A sentence with the shape of its status: a badge is for a word and does not break. */
export function Said({ status, children }: { readonly status: Status; readonly children: ReactNode }) {
  return (
    <p className="membership-said" data-status={status}>
      <StatusShape status={status} />
      <span>{children}</span>
    </p>
  )
}
