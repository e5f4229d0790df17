import { useState } from 'react'
import { formText } from '#kernel/organisations/client.ts'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { DateField } from '#ui/controls/date-field.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import type { TransferLetter } from '../../shapes-members.ts'
import { messages } from './messages.ts'

/** For whoever was a member in another city: what their letter says. Hidden until they say so. */
export function LetterFields({ given }: { given?: TransferLetter | null }) {
  const t = useText()
  const [hasLetter, setHasLetter] = useState(given != null)
  return (
    <>
      <Checkbox name={HAS_LETTER} isSelected={hasLetter} onChange={setHasLetter}>
        {t(messages.hasLetter)}
      </Checkbox>
      {hasLetter && (
        <>
          <TextField
            name="letter.fromUnion"
            label={t(messages.letterFrom)}
            description={t(messages.letterWhy)}
            {...(given != null && { defaultValue: given.fromUnion })}
          />
          <TextField
            name="letter.number"
            label={t(messages.letterNumber)}
            {...(given != null && { defaultValue: given.number })}
          />
          <DateField
            name="letter.issuedOn"
            label={t(messages.letterOn)}
            {...(given != null && { defaultValue: given.issuedOn })}
          />
        </>
      )}
    </>
  )
}

const HAS_LETTER = 'hasLetter'

/** What was typed, as the command takes it; nothing where the person has no letter. */
export const letterIn = (data: FormData): { letter?: TransferLetter } =>
  data.has(HAS_LETTER)
    ? {
        letter: {
          fromUnion: formText(data, 'letter.fromUnion'),
          number: formText(data, 'letter.number'),
          issuedOn: formText(data, 'letter.issuedOn'),
        },
      }
    : {}
