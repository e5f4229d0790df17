import { useState, type ReactNode } from 'react'
import { IconButton } from '#ui/controls/button.tsx'
import { Drawer } from '#ui/controls/drawer.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Link } from '#ui/links/link.tsx'
import { messages } from '#ui/messages.ts'
import { Mark } from '#ui/pictures/mark.tsx'
import { mainId, SkipLink } from './skip-link.tsx'
import { StaffNavigation, type NavigationGroup } from './staff-navigation.tsx'

export type StaffFrameProps = {
  /** Name of the product, beside the mark; a link home. */
  product: string
  homeHref: string
  groups: NavigationGroup[]
  /** For which organisation the person works now; text or a menu. */
  organisation: ReactNode
  search?: ReactNode
  /** The menu of the person, at the far end. */
  person: ReactNode
  ribbon?: ReactNode
  offlineBanner?: ReactNode
  children: ReactNode
}

/** A desk: navigation left, the organisation and the person above, the page in the middle. */
export function StaffFrame(props: StaffFrameProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="ui-staff">
      <SkipLink />
      {props.ribbon}
      <header className="ui-staff-top">
        <span className="ui-staff-menu">
          <IconButton icon="menu" label={t(messages.openMenu)} onPress={() => setOpen(true)} />
        </span>
        <Link href={props.homeHref} className="ui-staff-product">
          <Mark />
          <span>{props.product}</span>
        </Link>
        <div className="ui-staff-organisation">{props.organisation}</div>
        <div className="ui-staff-search">{props.search}</div>
        <div className="ui-staff-person">{props.person}</div>
      </header>
      <div className="ui-staff-side">
        <StaffNavigation groups={props.groups} />
      </div>
      <Drawer title={props.product} side="start" isOpen={isOpen} onOpenChange={setOpen}>
        <StaffNavigation groups={props.groups} onFollow={() => setOpen(false)} />
      </Drawer>
      <main id={mainId} tabIndex={-1} className="ui-staff-main">
        {props.offlineBanner}
        {props.children}
      </main>
    </div>
  )
}
