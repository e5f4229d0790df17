import { dayOfMoment, endsAt, type Voucher } from '../../../verifier/bytes.ts'

/** A voucher on this phone, and which of its rides were used as far as the phone knows. */
export type Held = { readonly voucher: Voucher; readonly used: readonly number[] }

export type Choice = {
  readonly number: number
  readonly counter: number
  /** Rides of today that can still be shown, over all vouchers; this one included. */
  readonly leftToday: number
}

/** The ride to show at a moment (seconds): the first unused one of today, of the voucher that ends first. */
export function chooseRide(held: readonly Held[], now: number): Choice | undefined {
  const open = held
    .toSorted((a, b) => endsAt(a.voucher) - endsAt(b.voucher))
    .flatMap(({ voucher, used }) =>
      countersOfDay(voucher, dayOfMoment(voucher, now))
        .filter((counter) => !used.includes(counter))
        .map((counter) => ({ number: voucher.number, counter })),
    )
  const first = open[0]
  return first && { ...first, leftToday: open.length }
}

/** The counters of a voucher's day: those after the shares of the days before it. */
function countersOfDay({ rides }: Voucher, day: number): number[] {
  const before = rides.slice(0, Math.max(day, 0)).reduce((sum, count) => sum + count, 0)
  return Array.from({ length: rides[day] ?? 0 }, (_, index) => before + index + 1)
}

const DAY_SECONDS = 86_400

/** Whether tomorrow is not covered yet: then the page fetches another voucher while it has a line. */
export const needsMore = (held: readonly Held[], now: number): boolean =>
  !held.some(({ voucher }) => voucher.startsAt <= now + DAY_SECONDS && endsAt(voucher) > now + DAY_SECONDS)
