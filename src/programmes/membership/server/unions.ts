import type { Part } from './part.ts'

/** How unions are founded, renewed and ended, and what supports them. */
export const unionsPart = {
  handlers: {},
} satisfies Part
