import type { DocumentKind } from '#kernel/people/contract.ts'

const words: Readonly<Record<DocumentKind, RegExp>> = {
  'resident-id': /^(居民)?身份证$|^二代证$|^港澳台居民居住证$|^resident-id$/,
  passport: /护照|^passport$/,
  'hk-macao-permit': /港澳.*(通行证|回乡证)|^回乡证$|^hk-macao-permit$/,
  'taiwan-permit': /台湾.*通行证|^台胞证$|^taiwan-permit$/,
}

/** The kind of document as people write it; an empty cell means the card that nearly everybody has. */
export function readDocumentKind(written: string | undefined): DocumentKind | undefined {
  if (written === undefined) return 'resident-id'
  const text = written.replaceAll(/\s/g, '').replace('中华人民共和国', '').replace('公民', '')
  return (Object.keys(words) as DocumentKind[]).find((kind) => words[kind].test(text))
}
