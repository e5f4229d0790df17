import { useId, type ReactNode } from 'react'

export type ReportSectionProps = { title: ReactNode; lede?: ReactNode; children: ReactNode }

/** A chapter of the report under its own rule and serif heading. */
export function ReportSection({ title, lede, children }: ReportSectionProps) {
  const id = useId()
  return (
    <section className="ui-report-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {lede && <p className="ui-prose">{lede}</p>}
      {children}
    </section>
  )
}
