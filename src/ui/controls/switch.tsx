import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps as AriaProps } from 'react-aria-components/Switch'

export type SwitchProps = Omit<AriaProps, 'className' | 'style' | 'children'> & {
  children: ReactNode
  description?: string
}

/** A setting that takes effect at once; what waits for a submit is a `Checkbox`. */
export function Switch({ children, description, ...rest }: SwitchProps) {
  return (
    <AriaSwitch {...rest} className="ui-choice">
      <span className="ui-switch-track" aria-hidden />
      <span>
        {children}
        {description && <span className="ui-hint">{description}</span>}
      </span>
    </AriaSwitch>
  )
}
