import type { Problem } from '#platform/failures.ts'
import type { DocumentKind } from '../../contract.ts'
import { readResidentId, tidied } from './resident-id.ts'

/** A document as it is kept: the number in the one form that its blind index is made of. */
export type Document = { readonly kind: DocumentKind; readonly number: string }

export type DocumentVerdict =
  | { readonly good: Document; readonly problem?: undefined }
  | { readonly good?: undefined; readonly problem: Problem }

export function readDocument(
  kind: DocumentKind,
  text: string,
  at: { today: string; demo: boolean },
): DocumentVerdict {
  if (kind === 'resident-id') {
    const verdict = readResidentId(text, at)
    return verdict.good === undefined ? verdict : { good: { kind, number: verdict.good.number } }
  }
  const shape = shapes[kind]
  const match = shape.pattern.exec(tidied(text))
  return match === null ? { problem: shape.problem } : { good: { kind, number: match[1]! } }
}

const problem = (zh: string, en: string): Problem => ({
  field: 'documentNumber',
  code: 'document-shape',
  reason: { zh, en },
})

/** The group is what is kept: a permit's last two digits only count how often the card was issued anew. */
const shapes = {
  passport: {
    pattern: /^([A-Z0-9]{6,17})$/,
    problem: problem('护照号码应为6至17位字母或数字。', 'A passport number has 6 to 17 letters or digits.'),
  },
  'hk-macao-permit': {
    pattern: /^([HM]\d{8})(?:\d{2})?$/,
    problem: problem(
      '港澳居民来往内地通行证号码应为H或M加8位数字。',
      'A Hong Kong or Macao permit has H or M and 8 digits.',
    ),
  },
  'taiwan-permit': {
    pattern: /^(\d{8})(?:\d{2})?$/,
    problem: problem('台湾居民来往大陆通行证号码应为8位数字。', 'A Taiwan permit has 8 digits.'),
  },
} as const
