import { fieldOfMoment, momentOfField } from '#platform/client/moment-field.ts'
import type { InputOf } from '#platform/contract.ts'
import type { activities } from '../../contract.ts'

type Draft = InputOf<typeof activities.createActivity>['draft']

/** What the fields hold: moments as the browser's own field writes them, in the city's time. */
export type Typed = {
  readonly title: string
  readonly summary: string
  readonly place: string
  readonly startsAt: string
  readonly endsAt: string
  readonly signUpFrom: string
  readonly signUpUntil: string
  readonly capacity: number | null
}

export const moments = ['startsAt', 'endsAt', 'signUpFrom', 'signUpUntil'] as const

/** An empty form: in a week at two, two hours long; signing up from now until it begins. */
export function emptyForm(now: Date): Typed {
  const day = (days: number) =>
    fieldOfMoment(new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString())
  const inAWeek = day(7).slice(0, 'YYYY-MM-DD'.length)
  return {
    title: '',
    summary: '',
    place: '',
    startsAt: `${inAWeek}T14:00`,
    endsAt: `${inAWeek}T16:00`,
    signUpFrom: day(0),
    signUpUntil: `${inAWeek}T14:00`,
    capacity: null,
  }
}

export const formOf = (draft: Draft): Typed => ({
  ...draft,
  ...(Object.fromEntries(moments.map((name) => [name, fieldOfMoment(draft[name])])) as Record<
    (typeof moments)[number],
    string
  >),
})

export const draftOf = (typed: Typed): Draft => ({
  ...typed,
  startsAt: momentOfField(typed.startsAt),
  endsAt: momentOfField(typed.endsAt),
  signUpFrom: momentOfField(typed.signUpFrom),
  signUpUntil: momentOfField(typed.signUpUntil),
})

/** Fields that the browser left empty because nothing sound was typed. */
export const missing = (typed: Typed): (typeof moments)[number][] =>
  moments.filter((name) => typed[name] === '')
