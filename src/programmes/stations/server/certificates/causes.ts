/** What made a certificate turn, as its history keeps it. */
export const causes = [
  'evidence',
  'withdrawal',
  'inspection',
  'time',
  'standard',
  'decision',
  'register',
] as const
export type Cause = (typeof causes)[number]
