export type RollLine = {
  /** 1-based, as the person sees it. */
  readonly line: number
  readonly name: string
  readonly documentNumber: string
  readonly phone: string
}

/**
 * What was pasted from a spreadsheet or typed: a person a line, parted by tabs, commas or blanks. The number is what has
 * 15 or 18 figures, the phone what has 11, the name the rest; so that it matters little in which order they stand.
 */
export function readRoll(text: string): { readonly good: RollLine[]; readonly short: number[] } {
  const good: RollLine[] = []
  const short: number[] = []
  for (const [at, row] of text.split(/\r?\n/).entries()) {
    const cells = row
      .normalize('NFKC')
      .split(/[\t,，;；]|\s{1,}/)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '')
    if (cells.length === 0) continue
    const documentNumber = cells.find((cell) => /^(\d{15}|\d{17}[\dXx])$/.test(cell)) ?? ''
    const phone = cells.find((cell) => /^\d{11}$/.test(cell)) ?? ''
    const name = cells.filter((cell) => !/\d/.test(cell)).join('')
    if (name === '' || documentNumber === '') short.push(at + 1)
    else good.push({ line: at + 1, name, documentNumber: documentNumber.toUpperCase(), phone })
  }
  return { good, short }
}
