import type * as Docx from 'docx'
import { half, twips } from './docx-sizes.ts'
import { dayInWords, pageMm, pointSize, type OfficialDocument } from './official-document.ts'

type Imprint = NonNullable<OfficialDocument['imprint']>

type Means = {
  readonly isLetter: boolean
  readonly paragraph: (children: Docx.TextRun[], over?: Docx.IParagraphOptions) => Docx.Paragraph
  readonly run: (text: string, over?: Docx.IRunOptions) => Docx.TextRun
}

const LINE_TWIPS = 480

/** 版记 (7.4): one block at the foot of the page, its words a letter within its lines; a letter's has no lines (8.1). */
export function docxImprint(
  docx: typeof Docx,
  { copyTo, printedBy, printedOn }: Imprint,
  { isLetter, paragraph, run }: Means,
): Docx.Paragraph[] {
  const right = twips(pageMm.typeWidth)
  const black = (size: number) => ({ style: docx.BorderStyle.SINGLE, color: '000000', size, space: 1 })
  const copied = copyTo === undefined ? [] : [{ text: `　抄送：${copyTo}。`, border: { top: black(8) } }]
  const printed = {
    text: `　${printedBy}\t${dayInWords(printedOn)}印发　`,
    border: { top: black(copied.length === 0 ? 8 : 6), bottom: black(8) },
  }
  const lines = isLetter ? copied.map(({ text }) => ({ text })) : [...copied, printed]
  const top = twips(pageMm.top + pageMm.typeHeight) - lines.length * LINE_TWIPS
  // A frame each: not every program keeps the rules between lines of one frame.
  return lines.map(({ text, ...over }, at) =>
    paragraph([run(text, { size: half(pointSize.small) })], {
      ...over,
      spacing: { line: LINE_TWIPS, lineRule: docx.LineRuleType.EXACT },
      tabStops: [{ type: docx.TabStopType.RIGHT, position: right }],
      frame: {
        type: 'absolute',
        // By the page: programs read a frame that is merely aligned at the bottom each in another way.
        position: { x: twips(pageMm.left), y: top + at * LINE_TWIPS },
        width: right,
        height: LINE_TWIPS,
        anchor: { horizontal: docx.FrameAnchorType.PAGE, vertical: docx.FrameAnchorType.PAGE },
        wrap: docx.FrameWrap.NOT_BESIDE,
      },
    }),
  )
}
