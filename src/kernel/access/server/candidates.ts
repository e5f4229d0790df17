import { maskName, personKeyText, personNames } from '#kernel/people/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'

/** Whom a phone may lead to, named so that each knows themselves and a stranger learns little. */
export async function candidates(ctx: Context, persons: readonly PersonKey[]) {
  const names = await personNames(ctx, persons)
  return persons.map((person) => ({
    id: person.id,
    maskedName: maskName(names.get(personKeyText(person)) ?? ''),
  }))
}

export async function personName(ctx: Context, person: PersonKey): Promise<string> {
  return (await personNames(ctx, [person])).get(personKeyText(person)) ?? ''
}
