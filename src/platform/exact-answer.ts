import type { z } from 'zod'
import { instant } from './contract.ts'

/** Whether a value, written as JSON, is what the schema would answer for it, letter by letter but for the order of names. */
export type IsExact = (value: unknown) => boolean

const compiled = new WeakMap<z.ZodType, IsExact | undefined>()

/**
 * The schema's own parse builds a second answer beside the first, which is most of what a list costs on its way out.
 * This only looks: true where the parse would change nothing and leave nothing out. Where it is false, or undefined
 * for a schema that it cannot read, the parse decides; so nothing undeclared leaks, and nothing wrong passes.
 */
export function exactnessOf(schema: z.ZodType): IsExact | undefined {
  if (!compiled.has(schema)) compiled.set(schema, compile(schema))
  return compiled.get(schema)
}

type Checks = readonly z.core.$ZodCheck<never>[]

function compile(schema: z.core.$ZodType): IsExact | undefined {
  if (schema === instant) return isMoment
  const { def } = (schema as z.core.$ZodTypes)._zod
  const checks = (def.checks ?? []) as Checks
  if (def.type === 'string') return stringOf(schema as z.ZodType, def, checks)
  if (def.type === 'number') return numberOf(schema as z.ZodType, checks)
  if (def.type === 'array') return arrayOf(compile(def.element), checks)
  // What else a schema asks of a value, only it can say.
  if (checks.length > 0) return undefined
  if (def.type === 'object') return def.catchall === undefined ? objectOf(def.shape) : undefined
  if (def.type === 'boolean') return (value) => typeof value === 'boolean'
  if (def.type === 'enum') return oneOf(Object.values(def.entries))
  if (def.type === 'literal') return oneOf(def.values)
  if (def.type === 'nullable') return orAlso(null, compile(def.innerType))
  if (def.type === 'optional') return orAlso(undefined, compile(def.innerType))
  return undefined
}

const YEAR_0 = Date.parse('0000-01-01T00:00:00Z')
const YEAR_10000 = YEAR_0 + 3_652_425 * 86_400_000

/** A Date that JSON writes with a year of four digits. */
const isMoment: IsExact = (value) => {
  if (!(value instanceof Date)) return false
  const at = value.getTime()
  return at >= YEAR_0 && at < YEAR_10000
}

function oneOf(values: readonly unknown[]): IsExact {
  const known = new Set(values)
  return (value) => known.has(value)
}

const orAlso = (other: unknown, inner: IsExact | undefined): IsExact | undefined =>
  inner && ((value) => value === other || inner(value))

/** Formats that are their pattern and change nothing. */
const PLAIN_FORMATS: ReadonlySet<string> = new Set(['uuid', 'datetime', 'date'])

function stringOf(schema: z.ZodType, def: object, checks: Checks): IsExact {
  const { format, pattern } = def as { readonly format?: string; readonly pattern?: RegExp }
  if (format === undefined && checks.length === 0) return (value) => typeof value === 'string'
  if (format === undefined || pattern === undefined || checks.length > 0 || !PLAIN_FORMATS.has(format))
    return asParsed(schema)
  return (value) => typeof value === 'string' && pattern.test(value)
}

function numberOf(schema: z.ZodType, checks: Checks): IsExact {
  const [only, ...others] = checks.map(({ _zod }) => _zod.def as { readonly format?: string })
  if (only === undefined && !('format' in schema._zod.def)) return Number.isFinite
  return only?.format === 'safeint' && others.length === 0 ? Number.isSafeInteger : asParsed(schema)
}

/** A word or a number that the schema's own parse gives back as it is. */
const asParsed =
  (schema: z.ZodType): IsExact =>
  (value) => {
    const read = schema.safeParse(value)
    return read.success && Object.is(read.data, value)
  }

function arrayOf(element: IsExact | undefined, checks: Checks): IsExact | undefined {
  if (element === undefined) return undefined
  const limits = checks.map(({ _zod }) => _zod.def as { readonly check: string; readonly maximum?: number })
  if (limits.some(({ check }) => check !== 'max_length')) return undefined
  const longest = Math.min(Infinity, ...limits.map(({ maximum = 0 }) => maximum))
  return (value) => Array.isArray(value) && value.length <= longest && value.every(element)
}

function objectOf(shape: Readonly<Record<string, z.core.$ZodType>>): IsExact | undefined {
  const fields = Object.entries(shape).map(([name, schema]) => ({ name, isExact: compile(schema) }))
  if (fields.some(({ isExact }) => isExact === undefined)) return undefined
  const known = new Set(Object.keys(shape))
  return (value) => {
    if (!isPlain(value)) return false
    for (const { name, isExact } of fields) if (!isExact!(value[name])) return false
    // JSON leaves out what is undefined, and so does the parse with what is not declared.
    for (const name in value) if (!known.has(name) && value[name] !== undefined) return false
    return true
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
