import { operations } from '#platform/contract.ts'
import { deskOperations } from './contract-desk.ts'
import { rightsOperations } from './contract-rights.ts'

export { documentKind, personKey, type DocumentKind } from './shapes.ts'

/** Identity, kept once: what staff see is masked; what a person sees is everything that is held about them. */
export const people = operations('people', { ...deskOperations, ...rightsOperations })
