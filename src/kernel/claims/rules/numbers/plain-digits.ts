const FULL_WIDTH_ZERO = 0xff10
const PUNCTUATION: Readonly<Record<string, string>> = {
  '．': '.',
  '％': '%',
  '－': '-',
  '—': '-',
  '–': '-',
  '～': '-',
  '~': '-',
  '：': ':',
  '○': '〇',
  Ｏ: '〇',
}

/**
 * The text with digits and the signs around them in one shape each, for matching. No letter is added or lost, so that an
 * offset means the same place in both.
 */
export function plainDigits(text: string): string {
  const one = text.replaceAll(/[０-９．％－—–～~：○Ｏ]/g, (sign) => {
    const digit = sign.charCodeAt(0) - FULL_WIDTH_ZERO
    return digit >= 0 && digit <= 9 ? String(digit) : (PUNCTUATION[sign] ?? sign)
  })
  // A comma groups thousands only between a digit and exactly three more.
  return one.replaceAll(/(?<=\d)，(?=\d{3}(?!\d))/g, ',')
}
