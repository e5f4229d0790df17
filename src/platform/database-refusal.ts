import { conflict, Failure } from './failures.ts'

type DatabaseError = { readonly code?: string; readonly constraint?: string }

/**
 * What the database refuses, in words: by the constraints that modules name, and for what any command may meet.
 * Undefined for whatever is a bug.
 */
export function refusalOf(refusals: ReadonlyMap<string, () => Failure>, error: unknown): Failure | undefined {
  const { code = '', constraint = '' } = (error ?? {}) as DatabaseError
  return (refusals.get(constraint) ?? ANYWHERE[code])?.()
}

const unreadable = () =>
  new Failure(422, 'unreadable-character', {
    zh: '内容里有无法保存的字符（空字符）。请删去后再试。',
    en: 'The text holds a character that cannot be stored (NUL). Take it out and try again.',
  })

const crossed = () =>
  conflict('crossed', {
    zh: '同时有别的操作在改同样的内容，这一次没有保存。请再试一次。',
    en: 'Something else changed the same records at the same moment; nothing was saved. Try again.',
  })

/** By PostgreSQL's error codes (appendix A): text with a NUL, in a column or in JSON; deadlock and serialization. */
const ANYWHERE: Readonly<Record<string, () => Failure>> = {
  '22021': unreadable,
  '22P05': unreadable,
  '40001': crossed,
  '40P01': crossed,
}
