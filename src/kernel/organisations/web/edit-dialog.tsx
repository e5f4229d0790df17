import { useState } from 'react'
import { useCommand } from '#platform/client/hooks.ts'
import type { Failure } from '#platform/failures.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { organisations, type OrganisationRow } from '../contract.ts'
import { ConflictView } from './conflict-view.tsx'
import { formRefusal } from './form-refusal.ts'
import { messages } from './messages.ts'

export type Draft = { name: string; adcode: string; creditCode: string }

type EditDialogProps = {
  organisation: OrganisationRow
  /** Asks for the record anew, after somebody else changed it. */
  onReload: () => void
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

export function EditDialog({ isOpen, onOpenChange, ...props }: EditDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(messages.editTitle)} isOpen={isOpen} onOpenChange={onOpenChange} isAlert>
      <EditForm {...props} onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

type EditFormProps = Pick<EditDialogProps, 'organisation' | 'onReload'> & { onDone: () => void }

/** Keeps what was typed, also when somebody else was faster: then both versions stand side by side. */
function EditForm({ organisation, onReload, onDone }: EditFormProps) {
  const t = useText()
  const [draft, setDraft] = useState(draftOf(organisation))
  const [version, setVersion] = useState(organisation.version)
  const edit = useSaving(onDone)
  const send = (seen: number) => edit.mutate({ id: organisation.id, version: seen, ...sent(draft) })
  if (isStale(edit.error)) {
    return (
      <ConflictView
        failure={edit.error}
        draft={draft}
        current={organisation}
        onReload={onReload}
        seenVersion={version}
        onKeepMine={(seen) => {
          setVersion(seen)
          send(seen)
        }}
        onTakeTheirs={onDone}
      />
    )
  }
  const field = (name: keyof Draft) => ({
    name,
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  })
  return (
    <Form onSubmit={() => send(version)} {...formRefusal(edit.error, t)}>
      <TextField {...field('name')} label={t(messages.name)} autoFocus />
      <TextField {...field('adcode')} label={t(messages.adcode)} description={t(messages.adcodeHint)} />
      <TextField
        {...field('creditCode')}
        label={t(messages.creditCode)}
        description={t(messages.creditCodeHint)}
        isOptional
      />
      <div className="ui-dialog-actions">
        <Button onPress={onDone}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={edit.isPending}>
          {t(messages.save)}
        </Button>
      </div>
    </Form>
  )
}

function useSaving(onDone: () => void) {
  const t = useText()
  const toast = useToast()
  const edit = useCommand(organisations.editOrganisation)
  const mutate = (input: Parameters<typeof edit.mutate>[0]) =>
    edit.mutate(input, {
      onSuccess: () => {
        toast({ text: t(messages.saved) })
        onDone()
      },
    })
  return { error: edit.error, isPending: edit.isPending, mutate }
}

const draftOf = (organisation: OrganisationRow): Draft => ({
  name: organisation.name,
  adcode: organisation.adcode,
  creditCode: organisation.creditCode ?? '',
})

const sent = (draft: Draft) => ({ ...draft, creditCode: draft.creditCode.trim() || null })

const isStale = (error: Failure | null): error is Failure => error?.code === 'stale-version'
