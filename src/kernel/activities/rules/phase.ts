import type { ActivityPhase } from '../shapes.ts'

type Times = {
  readonly startsAt: Date
  readonly endsAt: Date
  readonly signUpFrom: Date
  readonly signUpUntil: Date
  readonly cancelledAt: Date | null
}

/** How long before the start the doors are open: people come early, and a queue at the start helps nobody. */
const EARLY_MS = 60 * 60 * 1000

/** Where an activity stands at a moment. Signing up may last into it; then it is under way and still open to sign-ups. */
export function phaseOf(times: Times, now: Date): ActivityPhase {
  if (times.cancelledAt !== null) return 'cancelled'
  if (now >= times.endsAt) return 'over'
  if (now >= times.startsAt) return 'under-way'
  if (now < times.signUpFrom) return 'announced'
  return now < times.signUpUntil ? 'open' : 'closed'
}

export const takesSignUps = (times: Times, now: Date): boolean =>
  times.cancelledAt === null && now >= times.signUpFrom && now < times.signUpUntil

export const takesCheckIns = (times: Times, now: Date): boolean =>
  times.cancelledAt === null &&
  now.getTime() >= times.startsAt.getTime() - EARLY_MS &&
  now.getTime() < times.endsAt.getTime()
