import type { Part } from './part.ts'

/** The real-name roster: read in, merged, exported. */
export const rosterPart = {
  handlers: {},
} satisfies Part
