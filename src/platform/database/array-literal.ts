/**
 * Arrays as PostgreSQL reads them in text (`$1::bytea[]`). For whoever prepares many rows on a thread of its own: what
 * the server's thread then hands to the database is finished text.
 */

export function textArray(values: readonly (string | null)[]): string {
  let text = '{'
  for (const value of values)
    text += `${text.length > 1 ? ',' : ''}${value === null ? 'NULL' : quoted(value)}`
  return `${text}}`
}

/** Quoted always: a name may be `NULL`, and a comma may stand in it. */
const quoted = (value: string) =>
  /["\\]/.test(value) ? `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"` : `"${value}"`

export function bytesArray(values: readonly (Buffer | null)[]): string {
  let text = '{'
  for (const value of values)
    text += `${text.length > 1 ? ',' : ''}${value === null ? 'NULL' : `"\\\\x${value.toString('hex')}"`}`
  return `${text}}`
}
