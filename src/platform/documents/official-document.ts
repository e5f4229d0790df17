/**
 * An official document (公文) as data; `officialDocx` and `officialPdf` lay it out by GB/T 9704-2012. Whoever prints it
 * signs and seals it: nothing here draws a seal.
 */
export type OfficialDocument = {
  /** 信函格式 (8.1): the issuer's name between red double lines, the number at the right, no page number on the first page. */
  readonly format?: 'letter'
  /** 发文机关标志, in red above the line. Undefined: a paper of a unit that has no letterhead, or an enclosure. */
  readonly letterhead?: string
  /** 发文字号 with its hexagonal brackets: 新工组〔2026〕12号. Empty where the issuer writes it in by hand. */
  readonly number?: string
  /** 签发人: in a document to the level above. */
  readonly signedBy?: string
  /** A line break where a long title is to turn, so that no word is torn apart (7.3.1). */
  readonly title: string
  /** 主送机关. */
  readonly addressee?: string
  readonly blocks: readonly Block[]
  /** 附件说明: titles, in their order. */
  readonly attachments?: readonly string[]
  /** 发文机关署名 and 成文日期, `2026-11-23`; undefined where both stay blank. */
  readonly signature?: { readonly by: string; readonly on: string | null }
  /** 附注, such as whom to ask. */
  readonly note?: string
  /** 版记. */
  readonly imprint?: { readonly copyTo?: string; readonly printedBy: string; readonly printedOn: string }
  /** A word of ours at the head of every page, such as 演示数据. */
  readonly mark?: string
  /** Says on the last page of a PDF, too, which fonts stand in for those of the standard; never on what is signed and sealed. */
  readonly tellsFonts?: boolean
}

export type Block =
  | { readonly kind: 'text' | 'heading' | 'subheading'; readonly text: string }
  /** Widths are parts of the whole; a blank row stays to be filled in by hand. */
  | {
      readonly kind: 'table'
      readonly headings: readonly string[]
      readonly widths: readonly number[]
      readonly rows: readonly (readonly string[])[]
    }

/** GB/T 9704-2012, 5.2: A4; 37 mm above and 28 mm at the binding edge leave a type area of 156 by 225 mm. */
export const pageMm = { width: 210, height: 297, top: 37, left: 28, typeWidth: 156, typeHeight: 225 } as const
/** 5.2.3: 22 lines of 28 characters. 3号 is 16 pt, 2号 22 pt, 4号 14 pt. */
const grid = { lines: 22, characters: 28 } as const
export const pointSize = { body: 16, title: 22, letterhead: 40, small: 14 } as const
export const lineMm = pageMm.typeHeight / grid.lines
/** What one of the 28 letters of a line takes, in points. */
export const characterPoints = pageMm.typeWidth / grid.characters / (25.4 / 72)

/**
 * 8.1: the name 30 mm below the page's edge, a double line of 170 mm 4 mm below it and another 20 mm above the lower edge;
 * what follows the first keeps 7/8 of a letter's height from it.
 */
export const letterMm = { top: 30, belowName: 4, lineWidth: 170, lineAbove: 20 } as const
export const letterGapPoints = (pointSize.body * 7) / 8

/** 7.3.5: the day in Arabic figures without leading zeros. */
export function dayInWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 7.3.4 numbers several enclosures, and leaves one alone. */
export const attachmentLines = (titles: readonly string[]): string[] =>
  titles.length === 1
    ? [`附件：${titles[0]}`]
    : titles.map((title, at) => `${at === 0 ? '附件：' : '　　　'}${at + 1}. ${title}`)
