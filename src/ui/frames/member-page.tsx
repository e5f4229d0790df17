import type { ReactNode } from 'react'
import { useFrame } from './frame-context.tsx'
import { MemberFrame, type MemberFrameProps } from './member-frame.tsx'

type MemberPageProps = Pick<MemberFrameProps, 'title' | 'backHref' | 'actions' | 'footer' | 'fullBleed'> & {
  children: ReactNode
}

/** A member's page as a module writes it; tabs and ribbons come from the application. */
export function MemberPage(props: MemberPageProps) {
  const { tabs, ribbon, offlineBanner } = useFrame()
  return <MemberFrame {...props} tabs={tabs} ribbon={ribbon} offlineBanner={offlineBanner} />
}
