import type { ComponentType } from 'react'
import type { Text } from '../text.ts'

/** Member pages are a phone's, staff pages a desk's, public pages a newspaper's; each face has its frame. */
export type Face = 'member' | 'staff' | 'public'

/** A page of a module. Paths are TanStack Router's (`/staff/stations/$stationId`); the component loads late. */
export type Page = {
  readonly path: string
  readonly face: Face
  readonly title: Text
  readonly load: () => Promise<{ readonly default: ComponentType }>
  /** Where the page stands in its face's menu; none for a page that is reached from others. */
  readonly menu?: {
    readonly label: Text
    readonly icon: string
    readonly order: number
    readonly group?: Text
    /** Shown only to holders of one of these; to everybody where none is named. */
    readonly permissions?: readonly string[]
  }
}
