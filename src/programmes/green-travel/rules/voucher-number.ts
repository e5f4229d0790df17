/**
 * A voucher's number: months since January 2020, six bits of bucket, 34 random bits. At most 15 digits, so that neither
 * JavaScript nor a spreadsheet rounds it. The database checks the same (constraint voucher_number).
 */
const RANDOM = 2 ** 34
const BUCKETS = 64
const MONTH_MAX = 511

/** Months since January 2020 of a day `YYYY-MM-DD`. */
export const monthOfDay = (day: string): number =>
  (Number(day.slice(0, 4)) - 2020) * 12 + Number(day.slice(5, 7)) - 1

/** The first day of a month, `YYYY-MM-DD`. */
export const firstDayOf = (month: number): string =>
  `${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** `random` is a whole number below 2^34. */
export function voucherNumber(month: number, bk: number, random: number): number {
  if (month < 0 || month > MONTH_MAX || bk < 0 || bk >= BUCKETS || random < 0 || random >= RANDOM)
    throw new Error(`no voucher has month ${month}, bucket ${bk}, random ${random}`)
  return (month * BUCKETS + bk) * RANDOM + random
}

export const VOUCHER_NUMBER_MAX = (MONTH_MAX * BUCKETS + BUCKETS - 1) * RANDOM + RANDOM - 1

export const bucketOfVoucher = (number: number): number => Math.floor(number / RANDOM) % BUCKETS

export const monthOfVoucher = (number: number): number => Math.floor(number / RANDOM / BUCKETS)
