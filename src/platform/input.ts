import { z } from 'zod'
import { invalidInput, type Problem } from './failures.ts'
import { plainWords } from './input-words.ts'
import { saidText } from './text.ts'

const zodChinese = z.locales.zhCN().localeError
const zodEnglish = z.locales.en().localeError
const chinese: typeof zodChinese = (issue) => plainWords(issue) ?? zodChinese(issue)
const english: typeof zodEnglish = (issue) => plainWords(issue) ?? zodEnglish(issue)

/** Parses what came from outside; throws one Failure that names every field that is wrong, in both languages. */
export function parseInput<S extends z.ZodType>(schema: S, raw: unknown): z.output<S> {
  const read = schema.safeParse(raw)
  if (read.success) return read.data
  throw invalidInput(problemsOf(schema, raw))
}

/** What is wrong with a value, field by field, in both languages. */
export function problemsOf(schema: z.ZodType, raw: unknown): Problem[] {
  const inChinese = schema.safeParse(raw, { error: chinese }).error?.issues ?? []
  const inEnglish = schema.safeParse(raw, { error: english }).error?.issues ?? []
  return inChinese.slice(0, 100).map((issue, index) => ({
    field: issue.path.join('.'),
    reason: saidText(issue.message) ?? { zh: issue.message, en: inEnglish[index]?.message ?? issue.message },
  }))
}

type JsonSchema = { type?: string | string[]; properties?: Record<string, JsonSchema>; anyOf?: JsonSchema[] }

/** A field's types, by its name. */
type FieldTypes = ReadonlyMap<string, readonly string[]>

const fieldTypes = new WeakMap<z.ZodType, FieldTypes>()

function fieldTypesOf(schema: z.ZodType): FieldTypes {
  const known = fieldTypes.get(schema)
  if (known !== undefined) return known
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema
  const types = new Map(Object.entries(properties).map(([name, shape]) => [name, typesOf(shape)]))
  fieldTypes.set(schema, types)
  return types
}

/**
 * A query's input as it stands in an address: numbers, booleans and lists are read by the schema's own types.
 * What cannot be read stays text, so that the parse says what is wrong with it.
 */
export function fromAddress(schema: z.ZodType, search: Record<string, unknown>): Record<string, unknown> {
  const types = fieldTypesOf(schema)
  return Object.fromEntries(
    Object.entries(search).map(([name, value]) => [name, readAs(types.get(name) ?? [], value)]),
  )
}

function readAs(types: readonly string[], value: unknown): unknown {
  if (types.includes('array')) return (Array.isArray(value) ? value : [value]).filter((item) => item !== '')
  if (typeof value !== 'string') return value
  if ((types.includes('number') || types.includes('integer')) && /^-?\d+(\.\d+)?$/.test(value))
    return Number(value)
  if (types.includes('boolean') && (value === 'true' || value === 'false')) return value === 'true'
  return value
}

function typesOf(shape: JsonSchema): string[] {
  return [shape.type ?? [], ...(shape.anyOf ?? []).map((part) => typesOf(part))].flat()
}
