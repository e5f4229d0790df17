import type { Membership } from '#kernel/memberships/index.ts'
import { addDays } from '#platform/city-time.ts'
import type { PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { dayBetween } from './story-days.ts'
import type { MemberUnion } from './plant-unions.ts'

type Line = Membership & { readonly validFrom: string }

/** What a person's memberships come to, and whether one of them counts today. */
export type Life = {
  readonly memberships: readonly Membership[]
  readonly history: readonly Line[]
  readonly isMember: boolean
}

/** One in fifty came from another union, one in sixty left, one in eighty is retained; all others simply joined. */
const MOVED = 1 / 50
const LEFT = 1 / 60
const RETAINED = 1 / 80

export function lifeOf(
  { bk, id }: PersonKey,
  union: MemberUnion,
  neighbour: MemberUnion,
  today: string,
  random: () => number,
): Life {
  // Most join with the founding; the others follow, fewer from year to year.
  const joined = dayBetween(union.foundedOn, today, random() ** 1.7)
  const later = dayBetween(joined, today, 0.2 + 0.8 * random())
  const first: Membership = {
    bk,
    personId: id,
    id: newId(),
    organisationId: union.id,
    fromDay: joined,
    toDay: null,
    status: 'active',
    newForm: true,
    version: 1,
  }
  const begun = { ...first, validFrom: joined }
  const chance = random()
  if (later <= joined || chance > MOVED + LEFT + RETAINED)
    return { memberships: [first], history: [begun], isMember: true }
  if (chance < MOVED && neighbour.foundedOn < joined) return moved(first, neighbour, joined)
  if (chance < MOVED + LEFT) {
    const ended = { ...first, status: 'left' as const, toDay: addDays(later, -1), version: 2 }
    if (ended.toDay < joined) return { memberships: [first], history: [begun], isMember: true }
    return { memberships: [ended], history: [begun, { ...ended, validFrom: later }], isMember: false }
  }
  const retained = { ...first, status: 'retained' as const, version: 2 }
  return { memberships: [retained], history: [begun, { ...retained, validFrom: later }], isMember: false }
}

/** Was in the neighbouring union until the day before. */
function moved(now: Membership, neighbour: MemberUnion, joined: string): Life {
  const from = neighbour.foundedOn
  const before: Membership = { ...now, id: newId(), organisationId: neighbour.id, fromDay: from }
  const ended = { ...before, status: 'moved' as const, toDay: addDays(joined, -1), version: 2 }
  return {
    memberships: [ended, now],
    history: [
      { ...before, validFrom: from },
      { ...ended, validFrom: joined },
      { ...now, validFrom: joined },
    ],
    isMember: true,
  }
}
