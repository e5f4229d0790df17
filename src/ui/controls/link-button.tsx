import type { ReactNode } from 'react'
import { Link, type AnchorProps } from '#ui/links/link.tsx'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'
import type { ButtonVariant } from './button.tsx'

export type LinkButtonProps = AnchorProps & {
  children: ReactNode
  variant?: ButtonVariant
  icon?: IconName
  wide?: boolean
}

/** Goes somewhere but weighs as much as a button: "new station", "start". */
export function LinkButton({ children, variant = 'secondary', icon, wide, ...rest }: LinkButtonProps) {
  return (
    <Link {...rest} className="ui-button" data-variant={variant} data-wide={wide || undefined}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
