import type * as Docx from 'docx'
import { docxImprint } from './docx-imprint.ts'
import { letterOpening } from './docx-letter.ts'
import { BELOW_NUMBER_POINTS, faces, half, lettersIn, RED, twips } from './docx-sizes.ts'
import {
  attachmentLines,
  characterPoints,
  dayInWords,
  lineMm,
  pageMm,
  pointSize,
  type Block,
  type OfficialDocument,
} from './official-document.ts'

const { typeWidth } = pageMm

type Child = Docx.Paragraph | Docx.Table

/** What the parts of a document are made of; the library comes as an argument, since it is loaded when it is needed. */
export function docxParts(docx: typeof Docx) {
  const { AlignmentType, BorderStyle, Paragraph, TextRun } = docx
  const run = (text: string, over: Docx.IRunOptions = {}) => new TextRun({ text, ...over })
  // Word would set figures apart from Chinese letters, and a line would then hold no 28.
  const paragraph = (children: Docx.TextRun[], over: Docx.IParagraphOptions = {}) =>
    new Paragraph({ children, autoSpaceEastAsianText: false, ...over })
  const blank = (over: Docx.IParagraphOptions = {}) => paragraph([], over)
  /** Two of the 28 letters of a line. */
  const indented = (text: string, over: Docx.IRunOptions = {}, keep: Docx.IParagraphOptions = {}) =>
    paragraph([run(text, over)], {
      indent: { firstLine: Math.floor(characterPoints * 2 * 20) },
      alignment: AlignmentType.BOTH,
      ...keep,
    })
  const rule = (where: 'top' | 'bottom', color: string, size: number) => ({
    [where]: { style: BorderStyle.SINGLE, color, size, space: color === RED ? BELOW_NUMBER_POINTS : 1 },
  })
  const tabbed = (text: string, end: string, over: Docx.IParagraphOptions) =>
    paragraph([run(`${text}\t${end}`)], {
      tabStops: [{ type: docx.TabStopType.RIGHT, position: twips(typeWidth) - half(pointSize.body) * 10 }],
      indent: { left: half(pointSize.body) * 10 },
      ...over,
    })

  function letterhead(document: OfficialDocument): Child[] {
    const { letterhead: head, number = '', signedBy } = document
    if (head === undefined) return []
    const size = Math.min(pointSize.letterhead, Math.floor(425 / head.length))
    if (document.format === 'letter') return letterOpening(docx, { head, number, size, paragraph, run })
    return [
      paragraph([run(head, { font: faces.song, color: RED, size: half(size) })], {
        alignment: AlignmentType.CENTER,
        spacing: {
          before: twips(35),
          after: twips(lineMm * 2),
          line: twips(18),
          lineRule: docx.LineRuleType.AT_LEAST,
        },
      }),
      signedBy === undefined
        ? paragraph([run(number)], { alignment: AlignmentType.CENTER, border: rule('bottom', RED, 12) })
        : tabbed(number, `签发人：${signedBy}`, { border: rule('bottom', RED, 12) }),
      blank(),
      blank(),
    ]
  }

  function title({ title: words, addressee }: OfficialDocument): Child[] {
    return [
      paragraph(
        words
          .split('\n')
          .map((text, at) =>
            run(text, { font: faces.song, size: half(pointSize.title), ...(at > 0 && { break: 1 }) }),
          ),
        {
          alignment: AlignmentType.CENTER,
          spacing: { line: twips(lineMm + 1.5), lineRule: docx.LineRuleType.EXACT },
        },
      ),
      blank(),
      ...(addressee === undefined ? [] : [paragraph([run(`${addressee}：`)])]),
    ]
  }

  /** 7.3.5: the seal stands on a page with text; the last block comes over with it. */
  const blocks = ({ blocks: all, signature }: OfficialDocument): Child[] =>
    all.map((one, at) => block(one, signature !== undefined && at === all.length - 1))

  function block(one: Block, isClosing: boolean): Child {
    if (one.kind === 'table') return table(one)
    // A heading stays with what it is the heading of.
    const keep = { keepNext: isClosing || one.kind !== 'text', keepLines: isClosing }
    const face = { text: {}, heading: { font: faces.hei }, subheading: { font: faces.kai } }[one.kind]
    return indented(one.text, face, keep)
  }

  function table({ headings, widths, rows }: Extract<Block, { kind: 'table' }>): Docx.Table {
    const whole = widths.reduce((sum, part) => sum + part, 0)
    const columnWidths = widths.map((part) => Math.round((twips(typeWidth) * part) / whole))
    const cell = (text: string, at: number, font = faces.fang) =>
      new docx.TableCell({
        width: { size: columnWidths[at]!, type: docx.WidthType.DXA },
        verticalAlign: docx.VerticalAlignTable.CENTER,
        margins: { top: 60, bottom: 60, left: 60, right: 60 },
        children: [
          paragraph([run(text, { font, size: half(pointSize.small) })], {
            alignment: AlignmentType.CENTER,
            spacing: { line: 340, lineRule: docx.LineRuleType.AT_LEAST },
          }),
        ],
      })
    return new docx.Table({
      columnWidths,
      width: { size: twips(typeWidth), type: docx.WidthType.DXA },
      rows: [
        new docx.TableRow({
          tableHeader: true,
          children: headings.map((word, at) => cell(word, at, faces.hei)),
        }),
        ...rows.map(
          (row) => new docx.TableRow({ cantSplit: true, children: row.map((text, at) => cell(text, at)) }),
        ),
      ],
    })
  }

  function tail({ format, attachments = [], signature, note, imprint }: OfficialDocument): Child[] {
    const keep = { keepNext: signature !== undefined }
    const all = [
      ...(attachments.length === 0
        ? []
        : [blank(keep), ...attachmentLines(attachments).map((text) => indented(text, {}, keep))]),
      ...(signature === undefined ? [] : [blank(keep), blank(keep), ...signed(signature)]),
      ...(note === undefined ? [] : [indented(`（${note}）`, {}, { alignment: AlignmentType.LEFT })]),
    ]
    // A frame hangs on the paragraph behind it, and so on the last page.
    const last = all.pop() ?? blank()
    return [
      ...all,
      ...(imprint === undefined
        ? []
        : docxImprint(docx, imprint, { isLetter: format === 'letter', paragraph, run })),
      last,
    ]
  }

  /** 7.3.5.1: the day ends four letters from the right; whoever signs stands centred above it. */
  function signed({ by, on }: NonNullable<OfficialDocument['signature']>): Child[] {
    const day = on === null ? '　　　　年　　月　　日' : dayInWords(on)
    const overhang = (lettersIn(day) - lettersIn(by)) / 2
    const rightOf = (letters: number) => Math.max(0, Math.round(letters * characterPoints * 20))
    return [
      { text: by, right: rightOf(4 + overhang) },
      { text: day, right: rightOf(4) },
    ].map(({ text, right }) =>
      paragraph([run(text)], { alignment: AlignmentType.RIGHT, indent: { right }, keepNext: text === by }),
    )
  }

  const header = ({ mark = '' }: OfficialDocument) =>
    new docx.Header({
      children: [
        paragraph([run(mark, { color: RED, size: half(10.5), font: faces.hei })], {
          alignment: AlignmentType.RIGHT,
        }),
      ],
    })

  const pageNumber = new TextRun({
    children: ['— ', docx.PageNumber.CURRENT, ' —'],
    font: faces.page,
    size: half(pointSize.small),
  })

  /** 7.5: a dash on each side; odd pages at the right, even ones at the left, one letter in. */
  const footer = (side: 'left' | 'right') =>
    new docx.Footer({
      children: [
        paragraph([pageNumber], {
          alignment: AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'],
          indent: { [side]: half(pointSize.small) * 10 },
        }),
      ],
    })

  return { letterhead, title, blocks, tail, header, footer }
}
