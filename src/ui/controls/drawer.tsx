import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { IconButton } from './button.tsx'

export type DrawerProps = {
  title: ReactNode
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** `bottom` is the sheet of a phone. */
  side?: 'start' | 'end' | 'bottom'
  children: ReactNode
}

/** A panel from the edge for what belongs beside the page: navigation, filters, one record. */
export function Drawer({ title, isOpen, onOpenChange, side = 'end', children }: DrawerProps) {
  const t = useText()
  return (
    <ModalOverlay
      className="ui-overlay"
      data-kind="drawer"
      isDismissable
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Modal className="ui-drawer" data-side={side}>
        <Dialog className="ui-dialog">
          <div className="ui-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton icon="cross" label={t(messages.close)} onPress={() => onOpenChange(false)} />
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
