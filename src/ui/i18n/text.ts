/** A sentence in both languages: Chinese is the original, English its translation. */
export type Text = { readonly zh: string; readonly en: string }
export type Language = keyof Text
export type Value = string | number

/**
 * The names in a template. `{name}` inserts a value; `{count|station|stations}` chooses the English
 * word by number, so that "1 stations" never appears.
 */
type NamesIn<S extends string> = string extends S
  ? string
  : S extends `${string}{${infer Inside}}${infer Rest}`
    ? (Inside extends `${infer Name}|${string}` ? Name : Inside) | NamesIn<Rest>
    : never

type NamesOf<M extends Text> = NamesIn<M['zh']> | NamesIn<M['en']>

/** No second argument for a plain sentence, exactly its names for a template, free for text from a server. */
export type Arguments<M extends Text> = [NamesOf<M>] extends [never]
  ? []
  : string extends NamesOf<M>
    ? [values?: Record<string, Value>]
    : [values: Record<NamesOf<M>, Value>]

/** English may use fewer names than the Chinese, never one that the Chinese does not have. */
type Consistent<M extends Record<string, Text>> = {
  [K in keyof M]: [Exclude<NamesIn<M[K]['en']>, NamesIn<M[K]['zh']>>] extends [never]
    ? Text
    : { zh: `lacks the name ${Exclude<NamesIn<M[K]['en']>, NamesIn<M[K]['zh']>>}`; en: string }
}

/** Keeps the literal types of the templates, so that a missing or misspelt value is a type error. */
export function defineMessages<const M extends Record<string, Text>>(messages: M & Consistent<M>): M {
  return messages
}

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

/** The BCP 47 tag used for `Intl` and the `lang` attribute. */
export function localeOf(language: Language): string {
  return locales[language]
}

/**
 * Fills a template. Numbers are grouped by thousands, so a year or an id is passed as a string.
 * A name without a value stays visible as `{name}`: a hole in a sentence should be seen, not hidden.
 */
export function translate<M extends Text>(language: Language, message: M, ...[values]: Arguments<M>): string {
  const given: Record<string, Value> = values ?? {}
  return message[language].replace(/\{([^{}]+)\}/g, (hole, inside: string) => {
    const [name = '', one, other] = inside.split('|')
    const value = given[name]
    if (value === undefined) return hole
    if (one !== undefined) return plural(value, one, other ?? one)
    return typeof value === 'number' ? value.toLocaleString(localeOf(language)) : value
  })
}

function plural(value: Value, one: string, other: string): string {
  return new Intl.PluralRules('en').select(Number(value)) === 'one' ? one : other
}
