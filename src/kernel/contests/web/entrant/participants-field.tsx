import type { Problem } from '#platform/failures.ts'
import { Button, IconButton } from '#ui/controls/button.tsx'
import { Checkbox } from '#ui/controls/checkbox.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { messages } from './messages.ts'
import { nobody, type Participant } from './types.ts'

type ParticipantsFieldProps = {
  readonly people: readonly Participant[]
  readonly onChange: (people: readonly Participant[]) => void
  readonly most: number
  readonly isAnonymous: boolean
  readonly problems: readonly Problem[]
}

/** Everybody in the work, each with their own consent; for a minor the guardian's. */
export function ParticipantsField({ people, onChange, most, isAnonymous, problems }: ParticipantsFieldProps) {
  const t = useText()
  const shown = people.slice(0, most)
  const wrongAt = (field: string) => problems.find((problem) => problem.field === field)?.reason
  const all = wrongAt('participants')
  return (
    <fieldset className="ui-stack entrant-all">
      <legend className="ui-label">{t(messages.participants)}</legend>
      <p className="ui-hint">{t(isAnonymous ? messages.participantsAnonymous : messages.participantsHint)}</p>
      {all && <p className="entrant-wrong">{t(all)}</p>}
      <ol className="entrant-people">
        {shown.map((person, index) => (
          // Rows have no other name than their place.
          <li key={index} className="entrant-person">
            {shown.length > 1 && (
              <div className="entrant-person-head">
                <b>{t(messages.personNo, { no: index + 1 })}</b>
                <IconButton
                  icon="trash"
                  label={t(messages.removePerson, { no: index + 1 })}
                  onPress={() => onChange(shown.filter((_, at) => at !== index))}
                />
              </div>
            )}
            <Person
              index={index}
              person={person}
              onChange={(next) => onChange(shown.map((one, at) => (at === index ? next : one)))}
              consentWrong={wrongAt(`participants.${index}.hasConsented`)}
            />
          </li>
        ))}
      </ol>
      {shown.length < most && (
        <span className="ui-row">
          <Button icon="plus" onPress={() => onChange([...shown, nobody])}>
            {t(messages.addPerson)}
          </Button>
        </span>
      )}
    </fieldset>
  )
}

type PersonProps = {
  readonly index: number
  readonly person: Participant
  readonly onChange: (person: Participant) => void
  readonly consentWrong: Problem['reason'] | undefined
}

function Person({ index, person, onChange, consentWrong }: PersonProps) {
  const t = useText()
  const at = `participants.${index}`
  return (
    <div className="ui-stack" role="group" aria-label={t(messages.personNo, { no: index + 1 })}>
      <TextField
        name={`${at}.name`}
        label={t(messages.name)}
        value={person.name}
        onChange={(name) => onChange({ ...person, name })}
      />
      {/* A consent is of this person at this age: whoever changes that asks again. */}
      <Checkbox
        isSelected={person.isMinor}
        onChange={(isMinor) =>
          onChange({ ...person, isMinor, guardianName: '', hasConsented: false, agreesToPublication: false })
        }
      >
        {t(messages.isMinor)}
      </Checkbox>
      {person.isMinor && (
        <TextField
          name={`${at}.guardianName`}
          label={t(messages.guardian)}
          value={person.guardianName}
          onChange={(guardianName) => onChange({ ...person, guardianName })}
        />
      )}
      <Checkbox
        id={`${at}.hasConsented`}
        isSelected={person.hasConsented}
        isInvalid={consentWrong !== undefined}
        onChange={(hasConsented) => onChange({ ...person, hasConsented })}
      >
        {t(person.isMinor ? messages.consentMinor : messages.consent)}
      </Checkbox>
      {consentWrong && <p className="entrant-wrong">{t(consentWrong)}</p>}
      <Checkbox
        isSelected={person.agreesToPublication}
        onChange={(agreesToPublication) => onChange({ ...person, agreesToPublication })}
      >
        {t(messages.publication)} <span className="ui-hint">{t(messages.publicationHint)}</span>
      </Checkbox>
    </div>
  )
}
