import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  children: ReactNode
  /** One primary button a screen; danger asks again before it acts. */
  variant?: ButtonVariant
  icon?: IconName
  /** Full width, for the one action of a phone screen. */
  wide?: boolean
}

/** While `isPending` it keeps its place and its words, shows a turning ring, and ignores presses. */
export function Button({ children, variant = 'secondary', icon, wide, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className="ui-button" data-variant={variant} data-wide={wide || undefined}>
      {rest.isPending ? <span className="ui-spinner" aria-hidden /> : icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

export type IconButtonProps = Omit<ButtonProps, 'children' | 'icon' | 'wide'> & {
  icon: IconName
  label: string
}

/** A button that is only a picture; the label is read aloud. */
export function IconButton({ icon, label, variant = 'quiet', ...rest }: IconButtonProps) {
  return (
    <AriaButton {...rest} className="ui-button" data-variant={variant} data-icon-only aria-label={label}>
      <Icon name={icon} />
    </AriaButton>
  )
}
