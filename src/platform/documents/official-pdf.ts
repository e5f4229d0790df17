import { attachmentLines, dayInWords, type OfficialDocument } from './official-document.ts'
import { officialTemplate } from './official-template.ts'
import { renderPdf } from './render-pdf.ts'

/** A family for each face of the standard that the installation has a licence for, and the folder with their files. */
export type OfficialFonts = { readonly folder: string } & Readonly<Partial<Record<OfficialFace, string>>>

/** 小标宋 for titles, 仿宋 for the body, 黑体 for first headings, 楷体 for second ones, 宋体 for page numbers. */
export type OfficialFace = keyof typeof faces

const faces = {
  title: { name: '小标宋体', standIn: 'Noto Serif SC' },
  body: { name: '仿宋体', standIn: 'Noto Serif SC' },
  heading: { name: '黑体', standIn: 'Noto Sans SC' },
  subheading: { name: '楷体', standIn: 'Noto Serif SC' },
  page: { name: '宋体', standIn: 'Noto Serif SC' },
} as const

const standInNames = { 'Noto Serif SC': '思源宋体', 'Noto Sans SC': '思源黑体' } as const

/**
 * The document as a PDF, in the configured fonts; where one is not configured, a font that we bring stands in for it: the
 * file's properties say which, and a document that `tellsFonts` on its last page too. A configured family that is not in the folder is an error.
 */
export function officialPdf(document: OfficialDocument, fonts?: OfficialFonts): Promise<Uint8Array> {
  const { signature, attachments = [], imprint, tellsFonts = false } = document
  const families = Object.fromEntries(
    Object.entries(faces).map(([face, { standIn }]) => [
      face,
      [fonts?.[face as OfficialFace], standIn].filter(Boolean),
    ]),
  )
  return renderPdf({
    template: officialTemplate,
    title: document.title.replaceAll('\n', ''),
    language: 'zh-CN',
    ...(fonts && { fonts: { folder: fonts.folder, families: configured(fonts) } }),
    data: {
      ...document,
      families,
      fonts: fontLine(fonts),
      tellsFonts,
      attachmentLines: attachmentLines(attachments),
      signature: signature && { by: signature.by, on: signature.on === null ? '' : dayInWords(signature.on) },
      imprint: imprint && { ...imprint, printedOn: dayInWords(imprint.printedOn) },
    },
  })
}

const faceNames = Object.keys(faces) as OfficialFace[]

const configured = (fonts: OfficialFonts): string[] =>
  faceNames.map((face) => fonts[face]).filter((family) => family !== undefined)

/** Which fonts stand in; empty where none has to. */
export function fontLine(fonts: OfficialFonts | undefined): string {
  const missing = faceNames.filter((face) => fonts?.[face] === undefined)
  const byStandIn = Object.entries(standInNames).flatMap(([family, name]) => {
    const replaced = missing.filter((face) => faces[face].standIn === family).map((face) => faces[face].name)
    return replaced.length === 0 ? [] : [`以${name}代${replaced.join('、')}`]
  })
  return byStandIn.length === 0 ? '' : `本机未配置公文字体：${byStandIn.join('，')}。`
}
