/** The web front door: who is signed in, what they may do here, and leaving without leaving anything behind. */
export { Allowed } from './web/allowed.tsx'
export { holdsSomewhere, useMe, type Me } from './web/use-me.ts'
export { countUnsent, registerUnsent, signOutEverywhere, type Unsent } from './web/unsent.ts'
