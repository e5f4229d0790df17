import type { OfficialDocument } from '#platform/documents/official-document.ts'
import type { PublishedContent } from '../../shapes-texts.ts'

type Printed = {
  readonly content: PublishedContent
  readonly organisationName: string
  /** Where the numbers can be looked up. */
  readonly address: string
  readonly asOf: string
  readonly version: number
  readonly isDemo: boolean
}

/**
 * A published text as an official document. A letter has the form of letters (GB/T 9704-2012, 8.1); else what carries a number
 * has a letterhead (7.2.4), and a report without one begins with its title. Nothing draws a seal.
 */
export function textDocument({
  content,
  organisationName,
  address,
  asOf,
  version,
  isDemo,
}: Printed): OfficialDocument {
  const { title, kind, documentNumber, addressee, signer, dated, paragraphs } = content
  const issuer = signer === '' ? organisationName : signer
  return {
    ...(kind === 'letter'
      ? { format: 'letter', letterhead: issuer, number: documentNumber }
      : documentNumber !== '' && { letterhead: `${issuer}文件`, number: documentNumber }),
    title,
    ...(addressee !== '' && { addressee: addressee.replace(/[：:]$/, '') }),
    blocks: paragraphs
      .filter(({ text }) => text.trim() !== '')
      .map(({ kind, text }) => ({ kind, text: text.trim() })),
    signature: { by: issuer, on: dated },
    note: `文中数字截至${asOf}，第${version}版。每个数字背后的记录：${address}`,
    tellsFonts: true,
    ...(isDemo && { mark: '演示数据' }),
  }
}
