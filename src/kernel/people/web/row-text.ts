import type { PersonRow } from '../shapes.ts'

/** `张* · 4104**********1234 · 某工会`: enough to tell two rows apart. */
export const rowText = (row: PersonRow): string =>
  [row.maskedName, row.maskedDocument, row.homeOrganisationName].filter(Boolean).join(' · ')
