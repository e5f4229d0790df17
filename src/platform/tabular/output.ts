/** What an export writes into a cell. Dates are written as ISO text by the caller. */
export type OutputValue = string | number | boolean | null | undefined

export type OutputRows = Iterable<readonly OutputValue[]> | AsyncIterable<readonly OutputValue[]>

export interface OutputTable {
  readonly headings: readonly string[]
  /** Read as fast as the receiver takes them, never all at once. */
  readonly rows: OutputRows
  /** Lines above the header: 演示数据, who exported, when. */
  readonly titles?: readonly string[]
}

/**
 * A spreadsheet takes a text that starts like this for a formula, and a formula can call a program or send the
 * table away (CWE-1236). Tab and carriage return are skipped by some programs before they look.
 */
export function startsLikeFormula(text: string): boolean {
  return /^[\t\r\n ]*[=+\-@＝＋－＠]/.test(text)
}

/** Collects small pieces, so that neither a socket nor a compressor is fed line by line. */
export async function* inChunks(
  pieces: AsyncIterable<string>,
  characters = 64 * 1024,
): AsyncGenerator<string> {
  let chunk = ''
  for await (const piece of pieces) {
    chunk += piece
    if (chunk.length < characters) continue
    yield chunk
    chunk = ''
  }
  if (chunk !== '') yield chunk
}
