import type { ReactNode } from 'react'
import { Link } from '#ui/links/link.tsx'
import { Mark } from '#ui/pictures/mark.tsx'
import { mainId, SkipLink } from './skip-link.tsx'

export type ReportFrameProps = {
  /** Who publishes; the mark stands beside it. */
  publisher: string
  homeHref: string
  /** Language, theme, print: right in the masthead, not printed. */
  tools?: ReactNode
  title: ReactNode
  standfirst?: ReactNode
  /** As-of date, edition, digest. */
  dateline?: ReactNode
  ribbon?: ReactNode
  children: ReactNode
  footer?: ReactNode
}

/** A public page that reads and prints like a newspaper's. */
export function ReportFrame(props: ReportFrameProps) {
  return (
    <div className="ui-report">
      <SkipLink />
      {props.ribbon}
      <header className="ui-masthead">
        <Link href={props.homeHref} className="ui-masthead-name">
          <Mark />
          <span>{props.publisher}</span>
        </Link>
        {props.tools && <div className="ui-masthead-tools">{props.tools}</div>}
      </header>
      <main id={mainId} tabIndex={-1} className="ui-report-main">
        <header className="ui-report-head">
          <h1>{props.title}</h1>
          {props.standfirst && <p className="ui-standfirst">{props.standfirst}</p>}
          {props.dateline && <p className="ui-dateline">{props.dateline}</p>}
        </header>
        {props.children}
      </main>
      {props.footer && <footer className="ui-report-footer">{props.footer}</footer>}
    </div>
  )
}
