import { Button } from '#ui/controls/button.tsx'
import { Select } from '#ui/controls/select.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import { documentWords } from '../words.ts'

export type DocumentKind = 'resident-id' | 'passport' | 'hk-macao-permit' | 'taiwan-permit'

const OTHERS: readonly DocumentKind[] = ['passport', 'hk-macao-permit', 'taiwan-permit']

type DocumentFieldProps = {
  readonly kind: DocumentKind
  readonly onKindChange: (kind: DocumentKind) => void
  readonly onTyping: () => void
}

/** The number, kept in the field and nowhere else. Nearly everybody has an identity card: the rest is one press away. */
export function DocumentField({ kind, onKindChange, onTyping }: DocumentFieldProps) {
  const t = useText()
  const isResident = kind === 'resident-id'
  return (
    <>
      {!isResident && (
        <Select
          label={t(messages.documentKind)}
          options={OTHERS.map((id) => ({ id, label: t(documentWords[id]!) }))}
          value={kind}
          onChange={(id) => onKindChange(id as DocumentKind)}
        />
      )}
      <TextField
        name="documentNumber"
        label={t(isResident ? messages.documentNumber : messages.otherDocument)}
        description={t(messages.documentWhy)}
        // Not numeric: one number in eleven ends with X.
        inputMode="text"
        autoComplete="off"
        spellCheck="false"
        onChange={onTyping}
      />
      <div>
        <Button variant="quiet" onPress={() => onKindChange(isResident ? 'passport' : 'resident-id')}>
          {t(isResident ? messages.useOtherDocument : messages.useResidentId)}
        </Button>
      </div>
    </>
  )
}
