import { useState } from 'react'
import { cityDay } from '#platform/city-time.ts'
import { useCommand } from '#platform/client/hooks.ts'
import { stations } from '#programmes/stations/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { DatePicker } from '#ui/controls/date-picker.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useToast } from '#ui/controls/toasts.tsx'
import { Card } from '#ui/data/card.tsx'
import { Form } from '#ui/form/form.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useLinks } from '#ui/links/link.tsx'
import { isReason } from '../reason.ts'
import { RefusalNote } from '#ui/states/refusal-note.tsx'
import { standardMessages } from './messages.ts'

type ProposeCardProps = {
  readonly draftId: string
  readonly revision: number
  /** Saved, and without a contradiction. */
  readonly isReady: boolean
}

/** Asks for the draft to be put in force from a day; somebody else decides. */
export function ProposeCard({ draftId, revision, isReady }: ProposeCardProps) {
  const t = useText()
  const toast = useToast()
  const { navigate } = useLinks()
  const [fromDay, setFromDay] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [errors, setErrors] = useState<Record<string, string>>({})
  const propose = useCommand(stations.proposeStandard, ['review', 'work'])
  const submit = () => {
    const found = {
      ...(fromDay === null && { fromDay: t(standardMessages.dayMissing) }),
      ...(!isReason(reason) && { reason: t(standardMessages.reasonShort) }),
    }
    setErrors(found)
    if (fromDay === null || Object.keys(found).length > 0) return
    propose.mutate(
      { draftId, revision, fromDay, reason: reason.trim() },
      {
        onSuccess: ({ versionId }) => {
          toast({ text: t(standardMessages.proposed) })
          navigate(`/staff/stations/standards/versions/${versionId}`)
        },
      },
    )
  }
  return (
    <Card title={t(standardMessages.propose)}>
      <Form onSubmit={submit} errors={errors}>
        <p>{t(standardMessages.proposeWhat)}</p>
        <DatePicker
          name="fromDay"
          label={t(standardMessages.fromDay)}
          value={fromDay}
          min={cityDay(Date.now())}
          onChange={setFromDay}
        />
        <TextArea
          name="reason"
          label={t(standardMessages.reason)}
          rows={2}
          value={reason}
          onChange={setReason}
        />
        <RefusalNote failure={propose.error} />
        <div className="ui-dialog-actions">
          <Button type="submit" variant="primary" isDisabled={!isReady} isPending={propose.isPending}>
            {t(standardMessages.propose)}
          </Button>
        </div>
      </Form>
    </Card>
  )
}
