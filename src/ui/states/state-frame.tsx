import { useLayoutEffect, useState, type ReactNode } from 'react'

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
  const isPageTitle = useStandsAlone()
  return (
    <div className="ui-state" role={role}>
      {picture}
      {isPageTitle ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children && <div className="ui-state-text">{children}</div>}
      {actions && <div className="ui-row">{actions}</div>}
    </div>
  )
}

/** Where a state stands for the whole page, its sentence is the page's title. */
function useStandsAlone(): boolean {
  const [alone, setAlone] = useState(false)
  useLayoutEffect(() => {
    // Only once the page around it stands can it be seen whether that has a title; it is drawn once more at most.
    // oxlint-disable-next-line react/set-state-in-effect
    setAlone(document.querySelector('h1') === null)
  }, [])
  return alone
}
