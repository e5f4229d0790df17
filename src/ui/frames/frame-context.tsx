import { createContext, useContext, type ReactNode } from 'react'
import type { TabItem } from './member-frame.tsx'

/** What stands on every page of a face and is the application's to say: tabs, ribbon, who publishes. */
export type FrameSurroundings = {
  readonly tabs: TabItem[]
  readonly ribbon?: ReactNode
  readonly offlineBanner?: ReactNode
  readonly publisher: string
  readonly reportTools?: ReactNode
  readonly reportFooter?: ReactNode
}

const FrameContext = createContext<FrameSurroundings>({ tabs: [], publisher: '' })

export const FrameProvider = FrameContext.Provider

export const useFrame = () => useContext(FrameContext)
