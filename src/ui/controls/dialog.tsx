import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { IconButton } from './button.tsx'

export type DialogProps = {
  title: ReactNode
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  size?: 'normal' | 'large'
  /** Buttons, the safe one first and the acting one last. */
  actions?: ReactNode
  /** An alert cannot be dismissed by a press outside. */
  isAlert?: boolean
  children: ReactNode
}

/** A question that must be answered before the page goes on; focus is held and given back. */
export function Dialog({
  title,
  isOpen,
  onOpenChange,
  size = 'normal',
  actions,
  isAlert,
  children,
}: DialogProps) {
  const t = useText()
  return (
    <ModalOverlay className="ui-overlay" isDismissable={!isAlert} isOpen={isOpen} onOpenChange={onOpenChange}>
      <Modal className="ui-modal" data-size={size}>
        <AriaDialog className="ui-dialog" role={isAlert ? 'alertdialog' : 'dialog'}>
          <div className="ui-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="cross" label={t(messages.close)} onPress={() => onOpenChange(false)} />
          </div>
          <div className="ui-stack">{children}</div>
          {actions && <div className="ui-dialog-actions">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
