import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'

export type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'isPending'> & {
  isPending?: boolean
  children: ReactNode
  /** One primary button a screen; danger asks again before it acts. */
  variant?: ButtonVariant
  icon?: IconName
  /** Full width, for the one action of a phone screen. */
  wide?: boolean
}

/**
 * While `isPending` it keeps its place, its words and the focus, shows a turning ring, and ignores presses. The
 * library's own pending state announces itself by an image without a name once the button is gone.
 */
export function Button({ children, variant = 'secondary', icon, wide, isPending, ...rest }: ButtonProps) {
  const waiting =
    isPending === true ? { 'aria-disabled': true, type: 'button' as const, onPress: ignore } : {}
  return (
    <AriaButton
      {...rest}
      {...waiting}
      className="ui-button"
      data-variant={variant}
      data-wide={wide || undefined}
      data-pending={isPending || undefined}
    >
      {isPending ? <span className="ui-spinner" aria-hidden /> : icon && <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}

const ignore = () => undefined

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
