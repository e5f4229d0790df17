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
  const Heading = useFreeLevel()
  return (
    <div className="ui-state" role={role}>
      {picture}
      <Heading>{title}</Heading>
      {children && <div className="ui-state-text">{children}</div>}
      {actions && <div className="ui-row">{actions}</div>}
    </div>
  )
}

/** Where a state stands for the whole page, its sentence is the page's title. */
function useFreeLevel(): 'h1' | 'h2' {
  const [level, setLevel] = useState<'h1' | 'h2'>('h2')
  useLayoutEffect(() => {
    if (document.querySelector('h1') === null) setLevel('h1')
  }, [])
  return level
}
