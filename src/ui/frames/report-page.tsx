import type { ReactNode } from 'react'
import { useFrame } from './frame-context.tsx'
import { ReportFrame, type ReportFrameProps } from './report-frame.tsx'

type ReportPageProps = Pick<ReportFrameProps, 'title' | 'standfirst' | 'dateline'> & { children: ReactNode }

/** A public page as a module writes it. */
export function ReportPage(props: ReportPageProps) {
  const { publisher, ribbon, reportTools, reportFooter } = useFrame()
  return (
    <ReportFrame
      {...props}
      publisher={publisher}
      homeHref="/report"
      ribbon={ribbon}
      tools={reportTools}
      footer={reportFooter}
    />
  )
}
