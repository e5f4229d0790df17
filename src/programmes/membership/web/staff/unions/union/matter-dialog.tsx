import { useState } from 'react'
import { formRefusal } from '#kernel/organisations/client.ts'
import { OrganisationField, type ChosenOrganisation } from '#kernel/organisations/client-forms.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { Button } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { Dialog } from '#ui/controls/dialog.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { membership } from '../../../../contract.ts'
import { matterKind, type MatterContent, type MatterKind } from '../../../../shapes-unions.ts'
import { ElectionFields, emptyReport } from '../../../election-fields.tsx'
import { matterWords } from '../../../union-words.ts'
import { messages } from '../messages.ts'
import type { Union } from './union-page.tsx'

/** What the union wants changed, in its own words and with its reason. */
export function MatterDialog({ union, onClose }: { union: Union; onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const propose = useCommand(membership.proposeMatter, ['review'])
  const [content, setContent] = useState<MatterContent>(() => emptyContent('re-election', union))
  const [reason, setReason] = useState('')
  const submit = () =>
    propose.mutate(
      { id: union.id, content, reason: reason.trim() },
      {
        onSuccess: () => {
          toast({ text: t(messages.proposed) })
          onClose()
        },
      },
    )
  return (
    <Dialog title={t(messages.propose)} size="large" isAlert isOpen onOpenChange={onClose}>
      <Form onSubmit={submit} {...formRefusal(propose.error, t)}>
        <Select
          label={t(messages.matter)}
          options={matterKind.options.map((id) => ({ id, label: t(matterWords[id]) }))}
          value={content.kind}
          onChange={(kind) => setContent(emptyContent(kind as MatterKind, union))}
        />
        <ContentFields content={content} onChange={setContent} />
        <TextArea name="reason" label={t(messages.reason)} rows={3} value={reason} onChange={setReason} />
        <div className="ui-dialog-actions">
          <Button onPress={onClose}>{t(messages.cancel)}</Button>
          <Button type="submit" variant="primary" isPending={propose.isPending}>
            {t(messages.propose)}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function emptyContent(kind: MatterKind, union: Union): MatterContent {
  switch (kind) {
    case 'rename':
      return { kind, name: union.name }
    case 'move':
      return { kind, toParentId: '' }
    case 'merge':
      return { kind, intoId: '' }
    case 'dissolve':
      return { kind, unitEnded: true, unitEndedOn: null }
    case 'extension':
      return { kind, untilDay: union.termUntil ?? '' }
    default:
      return { kind, report: emptyReport(Math.max(1, union.members), union.form === 'organiser') }
  }
}

type FieldsProps = { content: MatterContent; onChange: (content: MatterContent) => void }

function ContentFields({ content, onChange }: FieldsProps) {
  const t = useText()
  switch (content.kind) {
    case 'rename':
      return (
        <TextField
          name="content.name"
          label={t(messages.newName)}
          value={content.name}
          onChange={(name) => onChange({ ...content, name })}
        />
      )
    case 'move':
      return (
        <OrganisationChoice
          name="content.toParentId"
          label={t(messages.toParent)}
          onChange={(toParentId) => onChange({ ...content, toParentId })}
        />
      )
    case 'merge':
      return (
        <OrganisationChoice
          name="content.intoId"
          label={t(messages.into)}
          onChange={(intoId) => onChange({ ...content, intoId })}
        />
      )
    case 'dissolve':
      return <DissolveFields content={content} onChange={onChange} />
    case 'extension':
      return (
        <TextField
          name="content.untilDay"
          type="date"
          label={t(messages.untilDay)}
          value={content.untilDay}
          onChange={(untilDay) => onChange({ ...content, untilDay })}
        />
      )
    default:
      return (
        <ElectionFields
          path="content.report"
          report={content.report}
          onChange={(report) => onChange({ ...content, report })}
        />
      )
  }
}

type DissolveProps = {
  content: Extract<MatterContent, { kind: 'dissolve' }>
  onChange: (content: MatterContent) => void
}

function DissolveFields({ content, onChange }: DissolveProps) {
  const t = useText()
  return (
    <>
      <p>{t(messages.dissolveKeeps)}</p>
      <Checkbox isSelected={content.unitEnded} onChange={(unitEnded) => onChange({ ...content, unitEnded })}>
        {t(messages.unitEnded)}
      </Checkbox>
      {content.unitEnded && (
        <TextField
          name="content.unitEndedOn"
          type="date"
          label={t(messages.unitEndedOn)}
          value={content.unitEndedOn ?? ''}
          onChange={(day) => onChange({ ...content, unitEndedOn: day === '' ? null : day })}
        />
      )}
    </>
  )
}

type ChoiceProps = { name: string; label: string; onChange: (id: string) => void }

function OrganisationChoice({ onChange, ...words }: ChoiceProps) {
  const [chosen, setChosen] = useState<ChosenOrganisation | null>(null)
  const choose = (organisation: ChosenOrganisation) => {
    setChosen(organisation)
    onChange(organisation.id)
  }
  return <OrganisationField {...words} value={chosen} onChange={choose} />
}
