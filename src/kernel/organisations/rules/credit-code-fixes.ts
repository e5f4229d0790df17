/** Characters that are taken for one another on a certificate, in a photo or by a keyboard; both ways. */
const LOOKALIKES: readonly (readonly [string, string])[] = [
  ['O', '0'],
  ['D', '0'],
  ['Q', '0'],
  ['I', '1'],
  ['L', '1'],
  ['7', '1'],
  ['Z', '2'],
  ['S', '5'],
  ['G', '6'],
  ['B', '8'],
  ['V', 'U'],
  ['V', 'Y'],
  ['3', '8'],
  ['C', 'G'],
  ['M', 'N'],
]

const lookalikesOf = (letter: string): string[] =>
  LOOKALIKES.flatMap(([one, other]) => (letter === one ? [other] : letter === other ? [one] : []))

const FIXES_MAX = 3

/**
 * Codes that would be right if some of the letters that no code has, or one other character, had been misread, or two
 * neighbours had been swapped. At most three; a person chooses, nothing is corrected unseen.
 */
export function creditCodeFixes(code: string, isGood: (code: string) => boolean): string[] {
  if (code.length !== 18) return []
  const readings = withoutImpossible(code)
  const found = [...readings, ...readings.flatMap(oneMisread), ...readings.flatMap(swapped)]
  return [...new Set(found)]
    .filter((candidate) => candidate !== code && isGood(candidate))
    .slice(0, FIXES_MAX)
}

/** Every reading of the letters that are in no code: I, O, S, V, Z. */
function withoutImpossible(code: string): string[] {
  let readings = ['']
  for (const letter of code) {
    const choices = 'IOSVZ'.includes(letter) ? lookalikesOf(letter) : [letter]
    readings = readings.flatMap((reading) => choices.map((choice) => reading + choice)).slice(0, 64)
  }
  return readings
}

const oneMisread = (code: string): string[] =>
  [...code].flatMap((letter, at) =>
    lookalikesOf(letter).map((other) => `${code.slice(0, at)}${other}${code.slice(at + 1)}`),
  )

const swapped = (code: string): string[] =>
  [...code.slice(1)].map((letter, at) => `${code.slice(0, at)}${letter}${code[at]!}${code.slice(at + 2)}`)
