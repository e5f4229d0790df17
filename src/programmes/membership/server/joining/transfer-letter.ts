import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import type { TransferLetter } from '../../shapes-members.ts'
import { today } from './applicant.ts'

type LetterColumns = {
  readonly letter_from: string | null
  readonly letter_number: string | null
  readonly letter_on: string | null
}

/** Nothing where none was given. Throws `letter-to-come` for a day that has not come. */
export function letterColumns(ctx: Pick<Context, 'now'>, letter: TransferLetter | undefined): LetterColumns {
  if (letter === undefined) return { letter_from: null, letter_number: null, letter_on: null }
  if (letter.issuedOn > today(ctx)) throw letterToCome()
  return { letter_from: letter.fromUnion, letter_number: letter.number, letter_on: letter.issuedOn }
}

/** The columns are written together, and taken away together. */
export const letterOf = ({ letter_from, letter_number, letter_on }: LetterColumns): TransferLetter | null =>
  letter_from === null || letter_number === null || letter_on === null
    ? null
    : { fromUnion: letter_from, number: letter_number, issuedOn: letter_on }

const letterToCome = () =>
  invalid('letter-to-come', {
    field: 'letter.issuedOn',
    reason: {
      zh: '介绍信的日期不能晚于今天。',
      en: 'The letter cannot be of a day to come.',
    },
  })
