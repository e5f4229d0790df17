import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'

const resolve = createRequire(import.meta.url).resolve

/** One folder a weight; nothing else of these packages is looked at. */
const folders = [
  ['@expo-google-fonts/noto-sans-sc', '400Regular'],
  ['@expo-google-fonts/noto-sans-sc', '700Bold'],
  ['@expo-google-fonts/noto-serif-sc', '400Regular'],
  ['@expo-google-fonts/noto-serif-sc', '700Bold'],
] as const

/** Given as folders, the compiler maps only the fonts that a document uses: 50 MB less than as bytes. */
export const fontFolders = (): string[] =>
  folders.map(([name, weight]) => join(dirname(resolve(`${name}/package.json`)), weight))

/** What a template may name; every machine has exactly these. */
const fontFamilies: readonly string[] = ['Noto Sans SC', 'Noto Serif SC']

/**
 * The first font that a template names and we do not bring. The compiler would take another one without a word, and
 * on another machine yet another.
 */
export function unknownFamily(template: string): string | undefined {
  const named = [...template.matchAll(/\bfont\s*:\s*(\([^)]*\)|"[^"]*")/g)].flatMap(([, value = '']) =>
    [...value.matchAll(/"([^"]*)"/g)].map(([, family = '']) => family),
  )
  return named.find((family) => !fontFamilies.includes(family))
}

/** Fonts in a finished PDF that are not ours: a character that ours do not have was taken from the machine. */
export function foreignFonts(pdf: Uint8Array): string[] {
  const names = [
    ...Buffer.from(pdf)
      .toString('latin1')
      .matchAll(/\/BaseFont\s*\/(?:[A-Z]{6}\+)?([^\s/<>[\]()]+)/g),
  ]
  return [...new Set(names.map(([, name = '']) => name.replace(/-Identity-H$/, '')))].filter(
    (name) => !/^Noto(?:Sans|Serif)SC-/.test(name),
  )
}
