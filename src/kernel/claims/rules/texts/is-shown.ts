import type { PublishedNumber } from '../../shapes-texts.ts'

/** What nobody bound, and nothing speaks against, is a word like any other. */
export const isShown = ({ figure, claim, source, reason }: PublishedNumber): boolean =>
  figure !== null || claim != null || source !== null || reason !== null
