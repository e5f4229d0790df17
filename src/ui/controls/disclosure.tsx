import type { ReactNode } from 'react'
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { Icon } from '#ui/pictures/icon.tsx'

export type DisclosureProps = {
  title: ReactNode
  isOpenAtFirst?: boolean
  level?: 2 | 3 | 4
  children: ReactNode
}

/** More on a matter, for whoever wants it. */
export function Disclosure({ title, isOpenAtFirst = false, level = 3, children }: DisclosureProps) {
  return (
    <AriaDisclosure className="ui-disclosure" defaultExpanded={isOpenAtFirst}>
      <Heading level={level}>
        <Button slot="trigger" className="ui-disclosure-button">
          <Icon name="chevron-right" />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="ui-disclosure-panel">
        <div>{children}</div>
      </DisclosurePanel>
    </AriaDisclosure>
  )
}
