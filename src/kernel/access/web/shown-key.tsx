import { Button } from '#ui/controls/button.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { staffMessages as messages } from './staff-messages.ts'

/** The one time that a key is seen. It stays on the page as text, since copying may be refused by the browser. */
export function ShownKey({ secret, onClose }: { secret: string; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const copy = () =>
    void navigator.clipboard?.writeText(secret).then(
      () => toast({ text: t(messages.copied), icon: 'copy' }),
      () => undefined,
    )
  return (
    <>
      <p role="alert">{t(messages.keyOnce)}</p>
      <p>{t(messages.keyOnceWhat)}</p>
      <p>
        <code style={{ overflowWrap: 'anywhere', userSelect: 'all' }}>{secret}</code>
      </p>
      <div className="ui-dialog-actions">
        <Button icon="copy" onPress={copy}>
          {t(messages.copy)}
        </Button>
        <Button variant="primary" onPress={onClose}>
          {t(messages.close)}
        </Button>
      </div>
    </>
  )
}
