import { useId, type ReactNode } from 'react'

export type CardProps = { title?: ReactNode; actions?: ReactNode; children: ReactNode }

/** A sheet of paper on the ground of the page, named by its heading. */
export function Card({ title, actions, children }: CardProps) {
  const id = useId()
  return (
    <section className="ui-card" aria-labelledby={title ? id : undefined}>
      {title && (
        <header className="ui-card-head">
          <h2 id={id}>{title}</h2>
          {actions}
        </header>
      )}
      {children}
    </section>
  )
}
