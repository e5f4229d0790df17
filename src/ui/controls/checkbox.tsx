import type { ReactNode } from 'react'
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaProps } from 'react-aria-components/Checkbox'
import { Icon } from '#ui/pictures/icon.tsx'

export type CheckboxProps = Omit<AriaProps, 'className' | 'style' | 'children'> & {
  children: ReactNode
  description?: string
}

/** A tick and a sentence; the whole line can be pressed. */
export function Checkbox({ children, description, ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className="ui-choice">
      {({ isIndeterminate }) => (
        <>
          <span className="ui-choice-mark" aria-hidden>
            <Icon name={isIndeterminate ? 'minus' : 'check'} />
          </span>
          <span>
            {children}
            {description && <span className="ui-hint">{description}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  )
}
