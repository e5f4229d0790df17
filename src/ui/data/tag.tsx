import type { ReactNode } from 'react'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'

/** A quiet word that sorts a record; it says nothing about its state. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="ui-tag">{children}</span>
}

export type FacilityChipProps = {
  icon: IconName
  children: ReactNode
  isBroken?: boolean
  brokenText?: string
}

/** One thing that a place has, as a picture and a word; struck through while it does not work. */
export function FacilityChip({ icon, children, isBroken, brokenText }: FacilityChipProps) {
  return (
    <span className="ui-chip" data-broken={isBroken || undefined}>
      <Icon name={icon} />
      <span>{children}</span>
      {isBroken && brokenText && <span className="ui-chip-note">{brokenText}</span>}
    </span>
  )
}
