import { docxParts } from './docx-parts.ts'
import { faces, half, LINE_TWIPS, TIGHTER_TWIPS, twips } from './docx-sizes.ts'
import { pageMm, pointSize, type OfficialDocument } from './official-document.ts'

const { width, height, top, left, typeWidth, typeHeight } = pageMm

/** The document for Word, to be finished, signed and sealed there. The library is loaded when the first one is made. */
export async function officialDocx(document: OfficialDocument): Promise<Uint8Array> {
  const docx = await import('docx')
  const make = docxParts(docx)
  const file = new docx.Document({
    title: document.title.replaceAll('\n', ''),
    creator: document.letterhead ?? document.signature?.by ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: { font: faces.fang, size: half(pointSize.body), characterSpacing: TIGHTER_TWIPS },
          // Rounded down, or the last of the 22 lines would not fit.
          paragraph: { spacing: { line: LINE_TWIPS, lineRule: docx.LineRuleType.EXACT } },
        },
      },
    },
    sections: [
      {
        properties: {
          // 8.1: the first page of a letter shows no number.
          titlePage: document.format === 'letter',
          page: {
            size: { width: twips(width), height: twips(height) },
            margin: {
              top: twips(top),
              left: twips(left),
              right: twips(width - left - typeWidth),
              bottom: twips(height - top - typeHeight),
              header: twips(top - 20),
              // The foot stands 7 mm below the type area.
              footer: twips(height - top - typeHeight - 7 - 5),
            },
          },
        },
        headers: {
          first: make.header(document),
          default: make.header(document),
          even: make.header(document),
        },
        footers: { default: make.footer('right'), even: make.footer('left') },
        children: [
          ...make.letterhead(document),
          ...make.title(document),
          ...make.blocks(document),
          ...make.tail(document),
        ],
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toBuffer(file))
}
