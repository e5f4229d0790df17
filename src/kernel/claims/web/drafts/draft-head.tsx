import { DatePicker } from '#ui/controls/date-picker.tsx'
import { Disclosure } from '#ui/controls/disclosure.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { DraftContent } from '../../shapes-drafts.ts'
import { messages } from './messages.ts'

export type HeadFields = Omit<DraftContent, 'paragraphs'>

type HeadProps = { fields: HeadFields; isReadOnly: boolean; onChange: (fields: HeadFields) => void }

const kinds = ['report', 'notice', 'letter'] as const

/** Title, and what an official document carries besides (GB/T 9704-2012, 7.2 and 7.3). */
export function DraftHead({ fields, isReadOnly, onChange }: HeadProps) {
  const t = useText()
  const text = (name: 'addressee' | 'documentNumber' | 'signer') => ({
    label: t(messages[name]),
    value: fields[name],
    isReadOnly,
    onChange: (value: string) => onChange({ ...fields, [name]: value }),
  })
  return (
    <>
      <TextField
        label={t(messages.name)}
        value={fields.title}
        isReadOnly={isReadOnly}
        onChange={(title) => onChange({ ...fields, title })}
      />
      <Disclosure title={t(messages.head)}>
        <div className="draft-head-fields">
          <Select
            label={t(messages.kind)}
            options={kinds.map((id) => ({ id, label: t(messages[id]) }))}
            value={fields.kind}
            isDisabled={isReadOnly}
            onChange={(kind) => onChange({ ...fields, kind: kind as (typeof kinds)[number] })}
          />
          <TextField {...text('documentNumber')} description={t(messages.documentNumberHint)} />
          <TextField {...text('addressee')} />
          <TextField {...text('signer')} />
          <DatePicker
            label={t(messages.dated)}
            value={fields.dated}
            onChange={(dated) => !isReadOnly && onChange({ ...fields, dated })}
          />
        </div>
      </Disclosure>
    </>
  )
}
