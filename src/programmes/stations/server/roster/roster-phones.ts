import { looksEatenBySpreadsheet, toHalfWidth } from '#platform/tabular/clean-text.ts'

export type PhoneVerdict =
  | { readonly ok: true; readonly phone: string; readonly others: number }
  /** incomplete: a local number without its area code. */
  | { readonly ok: false; readonly code: 'masked' | 'eaten' | 'incomplete' | 'unreadable' }

const MOBILE = /^(?:\+?86|0086)?(1[3-9]\d{9})$/
const LANDLINE =
  /^(?:\+?86|0086)?\(?(0(?:10|2\d|[3-9]\d{2}))\)?(\d{7,8})(?:(?:转|ext\.?|x|,|分机)(\d{1,6}))?$/i
const SERVICE = /^([48]00)(\d{7})$/

/**
 * Reads mobiles (13x to 19x), landlines with their area code and extension, and 400 numbers; writes them as
 * 13800000000 and 0375-1234567. Of several in one cell the first readable one is taken and the rest counted.
 */
export function readPhone(written: string): PhoneVerdict {
  const text = toHalfWidth(written)
  if (/\d[*●•#?xX×]{2,}|[*●•×]{2,}\d/.test(text)) return { ok: false, code: 'masked' }
  if (looksEatenBySpreadsheet(text)) return { ok: false, code: 'eaten' }
  const whole = readOne(text)
  if (whole !== undefined) return { ok: true, phone: whole, others: 0 }
  const pieces = text.split(/[/,;|\n]|\s+(?=0?1\d{2}|0\d{2})/).filter((piece) => /\d/.test(piece))
  const phones = pieces.flatMap((piece) => readOne(piece) ?? [])
  const [first] = phones
  if (first !== undefined && phones.length === pieces.length)
    return { ok: true, phone: first, others: phones.length - 1 }
  return { ok: false, code: /^\d{7,8}$/.test(bare(text)) ? 'incomplete' : 'unreadable' }
}

function readOne(text: string): string | undefined {
  const digits = bare(text)
  const mobile = MOBILE.exec(digits)?.[1]
  if (mobile !== undefined) return mobile
  const [, area, local, extension] = LANDLINE.exec(digits) ?? []
  if (area !== undefined) return `${area}-${local}${extension === undefined ? '' : `-${extension}`}`
  const [, prefix, number] = SERVICE.exec(digits) ?? []
  return prefix === undefined ? undefined : `${prefix}-${number?.slice(0, 3)}-${number?.slice(3)}`
}

/** A dash before the last few digits of a long number may part an extension; it is kept as such. */
function bare(text: string): string {
  return text
    .replace(/[\s.·]/g, '')
    .replace(/^(\(?0\d{2,3}\)?-?\d{7,8})-(\d{1,6})$/, '$1转$2')
    .replace(/[-‐‑–—]/g, '')
}
