import type { ReactNode } from 'react'
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip'

export type TooltipProps = {
  /** A `Button` or `IconButton`; a tooltip on what cannot be focused is seen by few. */
  trigger: ReactNode
  children: ReactNode
}

/** A few words on hover and focus. Nothing that is needed: a phone shows no tooltips. */
export function Tooltip({ trigger, children }: TooltipProps) {
  return (
    <TooltipTrigger delay={400}>
      {trigger}
      <AriaTooltip className="ui-tooltip" offset={6}>
        {children}
      </AriaTooltip>
    </TooltipTrigger>
  )
}
