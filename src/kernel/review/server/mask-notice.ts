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

/** Identity numbers and bank cards, written in one or in their usual groups; dates beside each other are neither. */
const LONG_NUMBER =
  /(?<![\dA-Za-z])(?:\d{14,}[\dXx]|\d{6}[ -]\d{8}[ -]\d{3}[\dXx]|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)(?![\dA-Za-z])/g
const MOBILE = /(?<!\d)1\d{2}[ -]?\d{4}[ -]?\d{4}(?!\d)/g

const FULL_WIDTH_ZERO = '０'.codePointAt(0)!

/** Nobody hides a number by writing it in full width. */
const halfWidth = (text: string) =>
  text
    .replaceAll(/[０-９]/g, (digit) => String(digit.codePointAt(0)! - FULL_WIDTH_ZERO))
    .replaceAll('Ｘ', 'X')

const bare = (number: string) => number.replaceAll(/[ -]/g, '')

export const maskNumbers = (text: string): string =>
  halfWidth(text)
    .replaceAll(LONG_NUMBER, (number) => maskDocument('resident-id', bare(number)))
    .replaceAll(MOBILE, (number) => maskPhone(bare(number)))
