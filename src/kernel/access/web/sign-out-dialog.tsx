import { useMutation, useQuery } from '@tanstack/react-query'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import { countUnsent, signOutEverywhere } from './unsent.ts'

type SignOutDialogProps = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }

/** Says what would be lost before anything is; then the device keeps nothing of theirs. */
export function SignOutDialog({ isOpen, onOpenChange }: SignOutDialogProps) {
  const t = useText()
  const unsent = useQuery({ queryKey: ['unsent'], queryFn: countUnsent, enabled: isOpen, gcTime: 0 }).data
  const leave = useMutation<void, Failure>({
    mutationFn: signOutEverywhere,
    // A fresh page, so that nothing stays in memory either.
    onSuccess: () => location.assign('/'),
  })
  return (
    <Dialog
      title={t(messages.signOutQuestion)}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      isAlert
      actions={
        <>
          <Button onPress={() => onOpenChange(false)}>{t(messages.cancel)}</Button>
          <Button
            variant="danger"
            isDisabled={unsent === undefined}
            isPending={leave.isPending}
            onPress={() => leave.mutate()}
          >
            {t(messages.signOut)}
          </Button>
        </>
      }
    >
      <p>{t(messages.signOutWhat)}</p>
      {unsent !== undefined && unsent.length > 0 && (
        <div role="status">
          <p>{t(messages.unsentLost)}</p>
          <ul>
            {unsent.map(({ title, count }) => (
              <li key={title.zh}>{t(messages.unsentCount, { title: t(title), count })}</li>
            ))}
          </ul>
        </div>
      )}
      {leave.error && <p role="alert">{t(leave.error.text)}</p>}
    </Dialog>
  )
}
