import { useState } from 'react'
import { Allowed } from '#kernel/access/client.ts'
import { useCity } from '#kernel/city/client.ts'
import { cityDay } from '#platform/city-time.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { FileInTheMaking } from '../file-in-the-making.tsx'
import { messages } from '../messages.ts'
import { isReason } from '../reason.ts'
import { useDownload } from '#kernel/files/client.ts'
import { listMessages } from './messages.ts'

type ExportDialogProps = { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }

export function ExportDialog({ isOpen, onOpenChange }: ExportDialogProps) {
  const t = useText()
  return (
    <Dialog title={t(listMessages.exportTitle)} isOpen={isOpen} onOpenChange={onOpenChange}>
      <ExportForm onDone={() => onOpenChange(false)} />
    </Dialog>
  )
}

const ALL = 'all'

function ExportForm({ onDone }: { onDone: () => void }) {
  const t = useText()
  const [format, setFormat] = useState<'xlsx' | 'csv'>('xlsx')
  const [adcode, setAdcode] = useState(ALL)
  const [withPhones, setWithPhones] = useState(false)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const download = useDownload(stations.exportStations)
  const submit = async () => {
    if (!isReason(reason)) return setErrors({ reason: t(listMessages.exportReasonShort) })
    setErrors({})
    const input = { format, reason: reason.trim(), withPhones, ...(adcode !== ALL && { adcode }) }
    const name = `${t(listMessages.exportName, { day: cityDay(new Date()) })}.${format}`
    if (await download.start(input, name)) onDone()
  }
  return (
    <Form onSubmit={() => void submit()} errors={errors}>
      <p>{t(listMessages.exportWhat)}</p>
      <RadioGroup
        label={t(listMessages.format)}
        options={(['xlsx', 'csv'] as const).map((id) => ({ id, label: t(listMessages[id]) }))}
        value={format}
        onChange={(id) => setFormat(id as typeof format)}
        isInline
      />
      <DistrictSelect value={adcode} onChange={setAdcode} />
      <TextField
        name="reason"
        label={t(listMessages.exportReason)}
        description={t(listMessages.exportReasonHint)}
        value={reason}
        onChange={setReason}
      />
      <Allowed permission="stations.edit">
        <Checkbox
          isSelected={withPhones}
          onChange={setWithPhones}
          description={t(listMessages.withPhonesHint)}
        >
          {t(listMessages.withPhones)}
        </Checkbox>
      </Allowed>
      <FileInTheMaking download={download} />
      <div className="ui-dialog-actions">
        <Button onPress={onDone}>{t(messages.cancel)}</Button>
        <Button type="submit" variant="primary" isPending={download.isPending}>
          {t(listMessages.doExport)}
        </Button>
      </div>
    </Form>
  )
}

function DistrictSelect({ value, onChange }: { value: string; onChange: (adcode: string) => void }) {
  const t = useText()
  const districts = useCity().data?.districts ?? []
  return (
    <Select
      label={t(messages.district)}
      options={[
        { id: ALL, label: t(listMessages.allDistricts) },
        ...districts.map((district) => ({ id: district.adcode, label: t(district.name) })),
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
