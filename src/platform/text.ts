/** Every text shown to a person is written in Chinese first, with English beside it. */
export type Text = { readonly zh: string; readonly en: string }

export type Language = 'zh-CN' | 'en'

export function inLanguage(text: Text, language: Language): string {
  return language === 'en' ? text.en : text.zh
}

/** Reads a language off an Accept-Language header or a stored setting; Chinese is the default. */
export function languageOf(wish: string | undefined): Language {
  return wish !== undefined && /^\s*en\b/i.test(wish) ? 'en' : 'zh-CN'
}

const BETWEEN = '\u001f'

/** A message for a Zod check, in both languages: `z.string().min(2, says('至少两个字', 'at least two characters'))`. */
export const says = (zh: string, en: string): string => `${zh}${BETWEEN}${en}`

/** Takes apart what `says` made; undefined for a message in one language. */
export function saidText(message: string): Text | undefined {
  const [zh, en] = message.split(BETWEEN)
  return zh !== undefined && en !== undefined ? { zh, en } : undefined
}
