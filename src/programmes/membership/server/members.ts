import type { Part } from './part.ts'

/** How people join, move, stay and leave, and the card that they carry. */
export const membersPart = {
  handlers: {},
} satisfies Part
