import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure'
import { Heading } from 'react-aria-components/Heading'
import { Icon } from '#ui/pictures/icon.tsx'

export type DisclosureProps = {
  title: ReactNode
  isOpenAtFirst?: boolean
  /** Makes the title a heading of this level, where the disclosures are the chapters of a page. */
  level?: 2 | 3 | 4
  children: ReactNode
}

/** More on a matter, for whoever wants it. */
export function Disclosure({ title, isOpenAtFirst = false, level, children }: DisclosureProps) {
  const button = (
    <Button slot="trigger" className="ui-disclosure-button">
      <Icon name="chevron-right" />
      {title}
    </Button>
  )
  return (
    <AriaDisclosure className="ui-disclosure" defaultExpanded={isOpenAtFirst}>
      {level === undefined ? button : <Heading level={level}>{button}</Heading>}
      <DisclosurePanel className="ui-disclosure-panel">
        <div>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  )
}
