import { parseDate, type DateValue } from '@internationalized/date'

/** A calendar day as `2026-11-22`, the only shape in which pages and servers speak of days. */
export type Day = string

/** Undefined stays undefined (the field keeps its own value), an empty day is an empty field. */
export function toDateValue(day: Day | null | undefined): DateValue | null | undefined {
  if (day === undefined) return undefined
  return day === null || day === '' ? null : parseDate(day)
}

/** Only the limits that were given, ready to be spread. */
export function dateLimits(limits: { min?: Day; max?: Day }) {
  return {
    ...(limits.min && { minValue: parseDate(limits.min) }),
    ...(limits.max && { maxValue: parseDate(limits.max) }),
  }
}
