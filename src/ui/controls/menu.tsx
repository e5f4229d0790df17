import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'

export type MenuEntry = {
  id: string
  label: string
  icon?: IconName
  /** Either goes somewhere or does something. */
  href?: string
  onAction?: () => void
  isDanger?: boolean
  isDisabled?: boolean
}

export type MenuProps = {
  /** A `Button` or `IconButton`. */
  trigger: ReactNode
  label: string
  entries: MenuEntry[]
}

/** A list of actions that opens from a button. */
export function Menu({ trigger, label, entries }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover">
        <AriaMenu className="ui-options" aria-label={label}>
          {entries.map((entry) => (
            <MenuEntryItem key={entry.id} {...entry} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}

function MenuEntryItem({ id, label, icon, href, onAction, isDanger, isDisabled = false }: MenuEntry) {
  return (
    <MenuItem
      id={id}
      className="ui-option"
      textValue={label}
      isDisabled={isDisabled}
      data-danger={isDanger || undefined}
      {...(href !== undefined && { href })}
      {...(onAction && { onAction })}
    >
      {icon && <Icon name={icon} />}
      {label}
    </MenuItem>
  )
}
