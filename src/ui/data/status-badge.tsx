import type { ReactNode } from 'react'

export type Status = 'good' | 'info' | 'warn' | 'bad' | 'quiet'

/** A shape for each status, so that it is told apart without colour and in print. */
const shapes: Record<Status, string> = {
  good: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z',
  info: 'M2.5 2.5h11v11h-11Z',
  warn: 'M8 1.5 15 14H1Z',
  bad: 'M8 .8 15.2 8 8 15.2.8 8Z',
  quiet: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3Z',
}

export type StatusBadgeProps = { status: Status; children: ReactNode }

/** A word with a shape and a colour: ● good, ■ info, ▲ warn, ◆ bad, ○ quiet. */
export function StatusBadge({ status, children }: StatusBadgeProps) {
  return (
    <span className="ui-status" data-status={status}>
      <StatusShape status={status} />
      {children}
    </span>
  )
}

export function StatusShape({ status }: { status: Status }) {
  return (
    <svg className="ui-status-shape" viewBox="0 0 16 16" aria-hidden data-status={status}>
      <StatusGlyph status={status} />
    </svg>
  )
}

/** The bare shape on a 16 × 16 grid, for use inside another drawing. */
export function StatusGlyph({ status }: { status: Status }) {
  return <path d={shapes[status]} />
}
