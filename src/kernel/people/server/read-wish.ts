import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { refuseIdentity, wrongPhone } from './read-identity.ts'
import { requireDocument } from './surroundings.ts'
import { maskDocument, maskPhone } from './rules/masks.ts'
import { readPersonName } from './rules/person-name.ts'
import { readPhone } from './rules/phone.ts'

type Field = 'name' | 'document' | 'phone' | 'other'

/** What a person wishes a field to say, checked when they ask, so that no officer has to send it back. */
export async function readWish(ctx: Context, field: Field, typed: string): Promise<string> {
  if (field === 'other') return typed
  // A correction of the document is one of its number; another kind of document is shown in person.
  if (field === 'document') return (await requireDocument(ctx, 'resident-id', typed)).number
  if (field === 'phone') return readWishedPhone(typed)
  const name = readPersonName(typed)
  if (name.good === undefined) throw refuseIdentity([{ ...name.problem, field: 'wish' }])
  return name.good
}

function readWishedPhone(typed: string): string {
  const phone = readPhone(typed)
  if (phone === undefined) throw invalid('phone', { ...wrongPhone, field: 'wish' })
  return phone
}

/** As an officer sees it in a list: a number is masked, a name and a free text are what they decide about. */
export function maskedWish(field: Field | null, wish: string): string {
  if (field === 'document') return maskDocument('resident-id', wish)
  return field === 'phone' ? maskPhone(wish) : wish
}
