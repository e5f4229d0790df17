import type { Text } from '../text.ts'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { OfficialFonts } from './official-pdf.ts'

const family = z.string().optional()

/** The part of the environment that names fonts for official documents; see docs/configuration.md. */
export const fontSettings = {
  FONT_DIR: z.string().optional(),
  FONT_TITLE: family,
  FONT_BODY: family,
  FONT_HEADING: family,
  FONT_SUBHEADING: family,
  FONT_PAGE: family,
}

type Settings = { readonly [Name in keyof typeof fontSettings]?: string | undefined }

const familiesOf = (values: Settings) => ({
  title: values.FONT_TITLE,
  body: values.FONT_BODY,
  heading: values.FONT_HEADING,
  subheading: values.FONT_SUBHEADING,
  page: values.FONT_PAGE,
})

export function fontsOf(values: Settings): OfficialFonts | undefined {
  if (values.FONT_DIR === undefined) return undefined
  const named = Object.entries(familiesOf(values)).filter(([, name]) => name !== undefined)
  return { folder: resolve(values.FONT_DIR), ...Object.fromEntries(named) }
}

/** Fonts that are named without a folder, or a folder that is not there. */
export function faultOfFonts(values: Settings): Text | undefined {
  const isNamed = Object.values(familiesOf(values)).some((name) => name !== undefined)
  const isWrong = values.FONT_DIR === undefined ? isNamed : !existsSync(values.FONT_DIR)
  return isWrong
    ? { zh: '要是放着所写字体文件的文件夹', en: 'the folder with the files of the fonts that are named' }
    : undefined
}
