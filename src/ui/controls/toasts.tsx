import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import { Text } from 'react-aria-components/Text'
import {
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components/Toast'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from '#ui/messages.ts'
import { Icon, type IconName } from '#ui/pictures/icon.tsx'
import { Button, IconButton } from './button.tsx'

export type Notice = {
  text: string
  icon?: IconName
  /** Offered for as long as the notice stands; where it can be undone, it need not be confirmed first. */
  onUndo?: () => void
}

/** Long enough to read and to reach Undo; the clock stops while pointed at or focused. */
const standsForMs = 8_000

const ToastContext = createContext<(notice: Notice) => void>(() => undefined)

/** Gives everything below it `useToast` and shows the notices, newest first. F6 moves to them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useText()
  const [queue] = useState(() => new ToastQueue<Notice>({ maxVisibleToasts: 3 }))
  const show = useMemo(() => (notice: Notice) => void queue.add(notice, { timeout: standsForMs }), [queue])
  return (
    <ToastContext value={show}>
      {children}
      <ToastRegion queue={queue} className="ui-toasts" aria-label={t(messages.notices)}>
        {({ toast }) => (
          <Toast toast={toast} className="ui-toast">
            <NoticeBody {...toast.content} onClose={() => queue.close(toast.key)} />
          </Toast>
        )}
      </ToastRegion>
    </ToastContext>
  )
}

/** `const toast = useToast()`, then `toast({ text, onUndo })`. */
export function useToast(): (notice: Notice) => void {
  return useContext(ToastContext)
}

function NoticeBody({ text, icon = 'check', onUndo, onClose }: Notice & { onClose: () => void }) {
  const t = useText()
  const undo = () => {
    onUndo?.()
    onClose()
  }
  return (
    <>
      <Icon name={icon} />
      <ToastContent className="ui-toast-text">
        <Text slot="title">{text}</Text>
      </ToastContent>
      {onUndo && (
        <Button variant="quiet" icon="undo" onPress={undo}>
          {t(messages.undo)}
        </Button>
      )}
      <IconButton icon="cross" label={t(messages.close)} onPress={onClose} />
    </>
  )
}
