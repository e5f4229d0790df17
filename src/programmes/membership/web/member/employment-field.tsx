import { RadioGroup } from '#ui/controls/radio-group.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { employments, employmentWords, type Employment } from '../../rules/employment.ts'
import { messages } from './messages.ts'

type EmploymentFieldProps = {
  readonly value: Employment | ''
  readonly onChange: (employment: Employment) => void
  readonly error?: string
}

/** All choices at once, in two columns: one press, and no list to open. */
export function EmploymentField({ value, onChange, error }: EmploymentFieldProps) {
  const t = useText()
  return (
    <div className="membership-employments">
      <RadioGroup
        label={t(messages.employment)}
        description={t(messages.employmentWhy)}
        options={employments.map((id) => ({ id, label: t(employmentWords[id]) }))}
        value={value}
        onChange={(id) => onChange(id as Employment)}
        {...(error !== undefined && { errorMessage: error, isInvalid: true })}
      />
    </div>
  )
}
