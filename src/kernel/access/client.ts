/** The web front door: who is signed in, what they may do here, and leaving without leaving anything behind. */
export { Allowed } from './web/allowed.tsx'
export { Permitted } from './web/permitted.tsx'
export { holdsSomewhere, useMe } from './web/use-me.ts'
export { awaitBeforeSignOut, countUnsent, registerUnsent, signOutEverywhere } from './web/unsent.ts'
