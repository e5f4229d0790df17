import { partnerMessages as messages } from './messages.ts'

/** What a set of terms says, in the order in which people read it; the limits are those of the contract. */
export const termsFields = [
  { name: 'memberFen', label: messages.member, unit: messages.fen, min: 0, max: 10_000, usual: 1 },
  { name: 'unionFen', label: messages.union, unit: messages.fen, min: 1, max: 10_000, usual: 99 },
  { name: 'ridesPerDay', label: messages.perDay, unit: messages.times, min: 1, max: 20, usual: 4 },
  { name: 'ridesPerMonth', label: messages.perMonth, unit: messages.times, min: 1, max: 400, usual: 60 },
  { name: 'voucherDays', label: messages.voucherDays, unit: messages.days, min: 1, max: 3, usual: 3 },
  { name: 'codeSeconds', label: messages.codeSeconds, unit: messages.seconds, min: 10, max: 300, usual: 60 },
  {
    name: 'clockToleranceSeconds',
    label: messages.clock,
    unit: messages.seconds,
    min: 0,
    max: 900,
    usual: 60,
  },
  { name: 'lateDays', label: messages.lateDays, unit: messages.days, min: 0, max: 60, usual: 7 },
  { name: 'retentionMonths', label: messages.retention, unit: messages.months, min: 1, max: 120, usual: 13 },
] as const

export type TermsField = (typeof termsFields)[number]['name']
