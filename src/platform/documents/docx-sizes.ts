import { characterPoints, lineMm, pointSize } from './official-document.ts'

const TWIPS_PER_MM = 1440 / 25.4
export const twips = (mm: number): number => Math.round(mm * TWIPS_PER_MM)
/** Word counts letters in half points and their indents in hundredths of a letter. */
export const half = (points: number): number => points * 2

/** The faces that the standard names. They are the reader's: none is embedded, and Word takes its own where one is missing. */
export const faces = {
  song: face('方正小标宋简体'),
  fang: face('仿宋_GB2312'),
  hei: face('黑体'),
  kai: face('楷体_GB2312'),
  page: face('宋体'),
}

function face(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia }
}

export const LINE_TWIPS = Math.floor(lineMm * TWIPS_PER_MM)

export const RED = 'D7000F'
/** 28 letters of 16 pt are a little wider than the type area. Not as Word's grid, which other programs read otherwise. */
export const TIGHTER_TWIPS = Math.floor((characterPoints - pointSize.body) * 20)
/** 7.2.7: the red line lies 4 mm below the number. */
export const BELOW_NUMBER_POINTS = 11

/** How wide a text is in Chinese letters: a figure takes half of one. */
export const lettersIn = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 0.5 : 1), 0)
