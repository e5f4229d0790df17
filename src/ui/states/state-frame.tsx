import type { ReactNode } from 'react'

export type StateFrameProps = {
  picture?: ReactNode
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  /** `alert` is read at once, `status` when the reader pauses. */
  role?: 'alert' | 'status'
}

/** The common shape of every page that has nothing to show: a drawing, a sentence, a way on. */
export function StateFrame({ picture, title, children, actions, role }: StateFrameProps) {
  return (
    <div className="ui-state" role={role}>
      {picture}
      <h2>{title}</h2>
      {children && <div className="ui-state-text">{children}</div>}
      {actions && <div className="ui-row">{actions}</div>}
    </div>
  )
}
