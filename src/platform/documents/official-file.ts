import type { Context } from '../context.ts'
import type { OfficialDocument } from './official-document.ts'
import { officialDocx } from './official-docx.ts'
import { fontLine, officialPdf } from './official-pdf.ts'

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

export type OfficialFile = {
  readonly content: Uint8Array
  readonly mediaType: string
  /** Which fonts stand in for those of the standard; empty where none does. Word takes the reader's own. */
  readonly fonts: string
}

/** The one way to an official document as a file: in the fonts of this installation, and with word of what stood in. */
export async function officialFile(
  ctx: Pick<Context, 'config'>,
  document: OfficialDocument,
  format: 'pdf' | 'docx',
): Promise<OfficialFile> {
  const fonts = ctx.config.officialFonts
  const content = format === 'pdf' ? await officialPdf(document, fonts) : await officialDocx(document)
  return { content, mediaType: mediaTypes[format], fonts: format === 'pdf' ? fontLine(fonts) : '' }
}
