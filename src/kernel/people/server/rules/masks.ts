import type { DocumentKind } from '../../contract.ts'

/** 张伟 → 张*, 欧阳娜娜 → 欧**, Maria → M**. At most two stars, so that the length says little. */
export function maskName(name: string): string {
  const letters = [...name]
  return `${letters[0] ?? ''}${'*'.repeat(Math.min(2, Math.max(1, letters.length - 1)))}`
}

/** A resident's number keeps 4 + 4 of 18 characters, any other document its first and its last two. */
export function maskDocument(kind: DocumentKind, number: string): string {
  return kind === 'resident-id' ? keepEnds(number, 4, 4) : keepEnds(number, 1, 2)
}

export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4)

const keepEnds = (text: string, head: number, tail: number) =>
  `${text.slice(0, head)}${'*'.repeat(Math.max(0, text.length - head - tail))}${text.slice(text.length - tail)}`
