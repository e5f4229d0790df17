import type { Formatters } from '#ui/i18n/use-format.ts'

/** From when to when, naming the day once where it is one day. */
export function spanText(format: Formatters, startsAt: string, endsAt: string): string {
  const [first, last] = [format.date(startsAt), format.date(endsAt)]
  const from = format.time(startsAt)
  const to = format.time(endsAt)
  return first === last ? `${first} ${from}–${to}` : `${first} ${from} – ${last} ${to}`
}
