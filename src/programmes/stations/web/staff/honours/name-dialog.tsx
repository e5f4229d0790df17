import { useState } from 'react'
import { FileUpload } from '#kernel/files/client.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { levelWords } from '../words.ts'
import { honourMessages as messages } from './messages.ts'

const LEVELS = ['national-best', 'provincial', 'municipal', 'county'] as const

type NameDialogProps = { readonly code: string; readonly isOpen: boolean; readonly onClose: () => void }

/** An honour with the document that gives it: without number and issuer it is none. */
export function NameDialog(props: NameDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(messages.add)} isOpen={props.isOpen} onOpenChange={props.onClose}>
      <NameForm {...props} />
    </Dialog>
  )
}

function NameForm({ code, onClose }: NameDialogProps) {
  const t = useText()
  const toast = useToast()
  const [level, setLevel] = useState<(typeof LEVELS)[number]>('national-best')
  const [said, setSaid] = useState({ title: messages.nationalBest.zh, documentNo: '', issuer: '' })
  const [namedOn, setNamedOn] = useState<string | null>(null)
  const [fileId, setFileId] = useState<string | null>(null)
  const [formError, setFormError] = useState<string>()
  const name = useCommand(stations.nameStation, ['figures'])
  const field = (key: keyof typeof said) => ({
    name: key,
    value: said[key],
    onChange: (value: string) => setSaid({ ...said, [key]: value }),
  })
  const submit = () => {
    const isShort =
      said.title.trim().length < 4 || said.documentNo.trim().length < 4 || said.issuer.trim().length < 2
    if (isShort || namedOn === null) return setFormError(t(messages.missing))
    setFormError(undefined)
    const onSuccess = () => {
      toast({ text: t(messages.saved) })
      onClose()
    }
    name.mutate({ code, level, ...said, namedOn, fileId }, { onSuccess })
  }
  return (
    <Form onSubmit={submit} errors={{}} {...(formError && { formError })}>
      <Select
        label={t(messages.level)}
        options={LEVELS.map((id) => ({ id, label: t(levelWords[id]) }))}
        value={level}
        onChange={(id) => setLevel(id as typeof level)}
      />
      <TextField {...field('title')} label={t(messages.name)} />
      <TextField {...field('documentNo')} label={t(messages.documentNo)} />
      <TextField {...field('issuer')} label={t(messages.issuer)} />
      <DatePicker label={t(messages.namedOn)} value={namedOn} onChange={setNamedOn} />
      {fileId === null ? (
        <FileUpload
          purpose="station-honour"
          label={t(messages.file)}
          accept={['image/jpeg', 'image/png', 'image/webp']}
          onReady={(uploaded) => setFileId(uploaded.fileId)}
        />
      ) : (
        <p role="status">{t(messages.fileDone)}</p>
      )}
      <RefusalNote failure={name.error} />
      <div className="ui-dialog-actions">
        <Button onPress={onClose}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={name.isPending}>
          {t(messages.save)}
        </Button>
      </div>
    </Form>
  )
}
