import type * as Docx from 'docx'
import { faces, half, RED, twips } from './docx-sizes.ts'
import { letterGapPoints, letterMm, pageMm, pointSize } from './official-document.ts'

type Opening = {
  readonly head: string
  readonly number: string
  readonly size: number
  readonly paragraph: (children: Docx.TextRun[], over?: Docx.IParagraphOptions) => Docx.Paragraph
  readonly run: (text: string, over?: Docx.IRunOptions) => Docx.TextRun
}

/** A Chinese letter does not fill its line: so much of it is free above. */
const FREE_ABOVE = 0.1
const TWIPS_PER_POINT = 20

/**
 * How a letter begins (8.1): the issuer's name and the first double line in a frame of the page, the second double line at
 * its foot, the number at the right. Both frames are of the first page alone, since they hang on its first paragraph.
 */
export function letterOpening(
  docx: typeof Docx,
  { head, number, size, paragraph, run }: Opening,
): Docx.Paragraph[] {
  const framed = (y: number, height: number): Docx.IFrameOptions => ({
    type: 'absolute',
    position: { x: twips((pageMm.width - letterMm.lineWidth) / 2), y: Math.round(y) },
    width: twips(letterMm.lineWidth),
    height: Math.round(height),
    anchor: { horizontal: docx.FrameAnchorType.PAGE, vertical: docx.FrameAnchorType.PAGE },
    wrap: docx.FrameWrap.NOT_BESIDE,
  })
  const line = (style: Docx.IBorderOptions['style'], space: number) => ({
    style,
    color: RED,
    size: 24,
    space,
  })
  const height = size * TWIPS_PER_POINT
  const foot = twips(pageMm.height - letterMm.lineAbove)
  const exact = (twipsHigh: number) => ({ line: Math.round(twipsHigh), lineRule: docx.LineRuleType.EXACT })
  return [
    paragraph([run(head, { font: faces.song, color: RED, size: half(size) })], {
      alignment: docx.AlignmentType.CENTER,
      spacing: exact(height),
      frame: framed(twips(letterMm.top) - height * FREE_ABOVE, height + twips(letterMm.belowName)),
      border: { bottom: line(docx.BorderStyle.THICK_THIN_SMALL_GAP, BELOW_NAME_POINTS) },
    }),
    paragraph([run('', { size: half(1) })], {
      spacing: exact(TWIPS_PER_POINT),
      frame: framed(foot, TWIPS_PER_POINT),
      border: { top: line(docx.BorderStyle.THIN_THICK_SMALL_GAP, 0) },
    }),
    paragraph([run(number)], {
      alignment: docx.AlignmentType.RIGHT,
      spacing: {
        ...exact(pointSize.body * TWIPS_PER_POINT * 1.2),
        before: letterGapPoints * TWIPS_PER_POINT,
      },
    }),
    paragraph([]),
    paragraph([]),
  ]
}

/** 4 mm. */
const BELOW_NAME_POINTS = 11
