import { readFileSync } from 'node:fs'

export type Part = 'tuned' | 'set-aside'

/** What a label says; `README.md` has the rules. Values in base units, money in yuan. */
export type Expression = {
  readonly start: number
  readonly end: number
  readonly words: string
  readonly what:
    | 'count'
    | 'money'
    | 'rate'
    | 'multiple'
    | 'measure'
    | 'duration'
    | 'date'
    | 'ordinal'
    | 'name'
    | 'none'
    | 'ratio'
  readonly value?: number
  readonly low?: number
  readonly high?: number
  readonly unit?: string
  readonly kind?: string
  readonly hedge?: 'exact' | 'up' | 'down' | 'about' | 'range' | 'any'
}

export type Labelled = {
  readonly source: string
  readonly part: Part
  readonly sentence: string
  readonly expressions: readonly Expression[]
}

const QUANTITIES: ReadonlySet<Expression['what']> = new Set([
  'count',
  'money',
  'rate',
  'multiple',
  'measure',
  'duration',
])

export const isQuantity = ({ what }: Expression): boolean => QUANTITIES.has(what)

export const labelled = (): readonly Labelled[] =>
  readFileSync(new URL('labelled.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled)
