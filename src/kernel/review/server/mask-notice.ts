import { maskDocument, maskName, maskPhone } from '#kernel/people/index.ts'
import type { NoticeDraft, NoticePurpose, NoticeSubject } from '../shapes.ts'
import type { ShownSubject } from './tables.ts'

export type ShownNotice = { readonly title: string; readonly body: string; readonly subjects: ShownSubject[] }

/** An honour is worth nothing without a name; aid is nobody's business (PIPL, article 25). */
const showsNames: Readonly<Record<NoticePurpose, boolean>> = { honour: true, aid: false, organisation: false }

/**
 * What the public will see. Names become 张*, numbers keep their ends only, in the list and wherever they stand in
 * the text; only this is stored.
 */
export function maskNotice(purpose: NoticePurpose, draft: NoticeDraft): ShownNotice {
  const names = showsNames[purpose]
    ? []
    : draft.subjects.filter(({ kind }) => kind === 'person').map(({ value }) => value)
  // The longest first, so that 王小明 does not become 王*明 where 王小 is on the list too.
  const longest = names.toSorted((a, b) => b.length - a.length)
  const masked = (text: string) =>
    maskNumbers(longest.reduce((rest, name) => rest.replaceAll(name, maskName(name)), text))
  return {
    title: masked(draft.title),
    body: masked(draft.body),
    subjects: draft.subjects.map((subject) => ({
      label: subject.label,
      value: shown(purpose, subject, masked),
    })),
  }
}

function shown(
  purpose: NoticePurpose,
  { kind, value }: NoticeSubject,
  masked: (text: string) => string,
): string {
  if (kind === 'person') return showsNames[purpose] ? value : maskName(value)
  if (kind === 'document')
    return maskDocument(/^\d{17}[\dX]$/i.test(value) ? 'resident-id' : 'passport', value)
  if (kind === 'phone') return maskPhone(value)
  return masked(value)
}

/** Identity numbers of 18 or 15 digits, and mobile phones, with the spaces and hyphens that people put in. */
const IDENTITY =
  /(?<![\dA-Za-z])(?:\d[\s-]?){17}[\dXx](?![\dA-Za-z])|(?<![\dA-Za-z])(?:\d[\s-]?){14}\d(?![\dA-Za-z])/g
const MOBILE = /(?<!\d)1(?:[\s-]?\d){10}(?!\d)/g
const BANK_CARD = /(?<!\d)(?:\d[\s-]?){15,18}\d(?!\d)/g

const bare = (number: string) => number.replaceAll(/[\s-]/g, '')

export const maskNumbers = (text: string): string =>
  text
    .replaceAll(IDENTITY, (number) => maskDocument('resident-id', bare(number)))
    .replaceAll(BANK_CARD, (number) => maskDocument('resident-id', bare(number)))
    .replaceAll(MOBILE, (number) => maskPhone(bare(number)))
