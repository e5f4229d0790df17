import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useDownload } from '#kernel/files/client.ts'
import { Button } from '#ui/controls/button.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { contests } from '../../../contract.ts'
import { messages as shared } from '../../messages.ts'
import type { Contest } from '../../types.ts'
import { resultMessages as messages } from './messages.ts'

type ContestProps = { readonly contest: Contest }

export function ExportButton({ contest }: ContestProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Allowed permission="contests.export">
      <Button icon="download" onPress={() => setOpen(true)}>
        {t(messages.export)}
      </Button>
      <Dialog title={t(messages.export)} isOpen={isOpen} onOpenChange={setOpen}>
        <ExportForm contest={contest} onDone={() => setOpen(false)} />
      </Dialog>
    </Allowed>
  )
}

const lists = ['awards', 'recommendation', 'organisations', 'entries'] as const
type List = (typeof lists)[number]
const formats = ['xlsx', 'csv', 'docx'] as const
type Format = (typeof formats)[number]

function ExportForm({ contest, onDone }: ContestProps & { readonly onDone: () => void }) {
  const t = useText()
  const [list, setList] = useState<List>('awards')
  const [format, setFormat] = useState<Format>('xlsx')
  const [reason, setReason] = useState('')
  const download = useDownload(contests.exportList)
  const submit = async () => {
    const name = t(messages.fileName, { title: contest.title, list: t(messages[`list-${list}`]) })
    if (await download.start({ contestId: contest.id, list, format, reason }, `${name}.${format}`)) onDone()
  }
  return (
    <Form onSubmit={() => void submit()}>
      <RadioGroup
        label={t(messages.list)}
        options={lists.map((id) => ({ id, label: t(messages[`list-${id}`]) }))}
        value={list}
        onChange={(id) => {
          setList(id as List)
          if (id === 'entries' && format === 'docx') setFormat('xlsx')
        }}
      />
      <Select
        label={t(messages.format)}
        // A long list of all entries is a table and no official document.
        options={formats
          .filter((id) => id !== 'docx' || list !== 'entries')
          .map((id) => ({ id, label: t(messages[id]) }))}
        value={format}
        onChange={(id) => setFormat(id as Format)}
      />
      <TextField
        label={t(messages.reason)}
        description={t(messages.reasonHint)}
        value={reason}
        onChange={setReason}
      />
      <RefusalNote failure={download.failure} />
      <div className="ui-dialog-actions">
        <Button onPress={onDone}>{t(shared.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={download.isPending}>
          {t(messages.doExport)}
        </Button>
      </div>
    </Form>
  )
}
