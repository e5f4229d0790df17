export type ReadDay = {
  readonly day: string
  readonly kind: 'day-off' | 'make-up'
  readonly name: { readonly zh: string; readonly en: string }
}

const KINDS: Readonly<Record<string, ReadDay['kind']>> = {
  放假: 'day-off',
  休: 'day-off',
  'day-off': 'day-off',
  上班: 'make-up',
  调休上班: 'make-up',
  班: 'make-up',
  'make-up': 'make-up',
}

const LINE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s,，]+(\S+)[\s,，]+(.{1,60})$/

/** Days as an officer types them, one a line; answers the days, or the first line that says none. */
export function readCalendarText(text: string): { days: ReadDay[] } | { line: number; text: string } {
  const days: ReadDay[] = []
  for (const [index, raw] of text.normalize('NFKC').split('\n').entries()) {
    const line = raw.trim()
    if (line === '') continue
    const day = readLine(line)
    if (day === undefined) return { line: index + 1, text: line }
    days.push(day)
  }
  return { days }
}

function readLine(line: string): ReadDay | undefined {
  const [, year, month, date, kind, name] = LINE.exec(line) ?? []
  if (
    year === undefined ||
    month === undefined ||
    date === undefined ||
    kind === undefined ||
    name === undefined
  )
    return undefined
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  const known = KINDS[kind]
  if (known === undefined || !isDate(day)) return undefined
  return { day, kind: known, name: { zh: name.trim(), en: name.trim() } }
}

/** 30 February is a date for a parser that rolls over, and none for anybody else. */
function isDate(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day)
}
