import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { TextArea } from '#ui/controls/text-area.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { ChoiceChips } from './choice-chips.tsx'
import { FacilityIcon, useFacilityText } from './facility-icon.tsx'
import { stationMessages } from './station-messages.ts'
import type { FacilityName, ReportKind } from './types.ts'

const WORDS_MAX = 250

type ReportFormProps = {
  kind: ReportKind
  facilities: readonly FacilityName[]
  isPending: boolean
  onSend: (said: { facility: FacilityName | null; words: string }) => void
}

/** Which thing and a few words, both optional: a report without them still counts. */
export function ReportForm({ kind, facilities, isPending, onSend }: ReportFormProps) {
  const t = useText()
  const textOf = useFacilityText()
  const [facility, setFacility] = useState<FacilityName | null>(null)
  const [words, setWords] = useState('')
  return (
    <>
      {kind === 'broken' && facilities.length > 0 && (
        <ChoiceChips
          label={t(stationMessages.whichFacility)}
          takes="one"
          choices={facilities.map((id) => ({
            id,
            label: textOf(id),
            icon: <FacilityIcon facility={id} />,
          }))}
          chosen={facility === null ? [] : [facility]}
          onChange={([chosen]) => setFacility(chosen ?? null)}
        />
      )}
      <TextArea
        label={t(stationMessages.otherWords)}
        description={t(stationMessages.wordsHint)}
        isOptional
        rows={3}
        maxLength={WORDS_MAX}
        value={words}
        onChange={setWords}
      />
      <Button
        variant="primary"
        wide
        isDisabled={isPending}
        onPress={() => onSend({ facility, words: words.trim() })}
      >
        {t(stationMessages.sendReport)}
      </Button>
    </>
  )
}
