import type { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { emptyValues } from './station-values.ts'

/** Something that only looks wrong; saved once a person says that it is meant. */
export type Doubt = {
  /** What the server wants to read in `confirmed`. */
  readonly key: string
  readonly reason: Text
  readonly accepted: Text | undefined
  /** The station that may be the same one. */
  readonly stationCode: string | undefined
}

const CONFIRMED = 'confirmed.'
const DUPLICATE = 'duplicate:'

/** The doubts of a refusal that asks for confirmation; none of any other refusal. */
export function doubtsOf(failure: Failure): Doubt[] {
  if (failure.code !== 'needs-confirmation') return []
  return failure.problems
    .filter(({ field }) => field.startsWith(CONFIRMED))
    .map(({ field, reason, accepted }) => {
      const key = field.slice(CONFIRMED.length)
      const stationCode = key.startsWith(DUPLICATE) ? key.slice(DUPLICATE.length) : undefined
      return { key, reason, accepted, stationCode }
    })
}

/** What an earlier saving confirmed, and what is confirmed now; each once. */
export const withConfirmed = (confirmed: readonly string[], doubts: readonly Doubt[]): string[] => [
  ...new Set([...confirmed, ...doubts.map(({ key }) => key)]),
]

export type RefusedFields = {
  readonly errors: Readonly<Record<string, Text>>
  /** What belongs to no field of the form. */
  readonly others: readonly Text[]
}

/** A refusal's problems by the form's own fields; the first of each field, with what would have been accepted. */
export function refusedFields(failure: Failure): RefusedFields {
  const errors: Record<string, Text> = {}
  const others: Text[] = []
  for (const { field, reason, accepted } of failure.problems) {
    const name = formField(field)
    const text =
      accepted === undefined
        ? reason
        : { zh: `${reason.zh}${accepted.zh}`, en: `${reason.en} ${accepted.en}` }
    if (name === undefined) others.push(text)
    else errors[name] ??= text
  }
  if (failure.problems.length === 0) others.push(failure.text)
  return { errors, others }
}

/** `draft.hours.exceptions.0.spans` is the form's `exceptions`. */
function formField(path: string): string | undefined {
  const [first = '', second, third] = path.split('.')
  if (first === 'reason' || first === 'organisationId') return first
  if (first !== 'draft' || second === undefined || !(second in emptyValues)) return undefined
  return second === 'hours' && third === 'exceptions' ? 'exceptions' : second
}
