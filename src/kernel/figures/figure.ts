import type { RawBuilder } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'

/**
 * What a number was asked for: the day it tells of, in the city's zone, and up to when a record counts as known.
 * Every query of a figure counts rows with valid_from (or the day of `at`) ≤ asOf and recorded_at ≤ recordedUpTo,
 * so that the same question has the same answer for ever.
 */
export type AsOf = { readonly asOf: string; readonly recordedUpTo: Date }

/** What is counted. 人 is not 人次; a ratio is neither. */
export type Dimension =
  | 'places'
  | 'persons'
  | 'turns'
  | 'money'
  | 'organisations'
  | 'documents'
  | 'awards'
  | 'ratio'

/** From records, by estimate, or as somebody declared it without records. */
export type Counted = 'record' | 'estimate' | 'declared'

/** Records that name persons or their comings open as groups of at least ten. */
export type OpensTo = 'everybody' | 'groups-of-ten'

/** Money is in fen. A ratio is a part of one and always carries both terms; null where there is nothing to divide by. */
export type FigureValue = {
  readonly value: number | null
  readonly numerator?: number
  readonly denominator?: number
}

export type BreakdownRow = {
  readonly key: string
  readonly label: Text
  readonly value: number
  /** How many records stand behind it; the value itself where it is a count. */
  readonly records?: number
}

export type Breakdown = {
  readonly id: string
  readonly by: Text
  /** The parts share no record, so that they add up to the whole: then one hidden part must not stand alone. */
  readonly addsUp: boolean
  readonly rows: (ctx: Context, at: AsOf) => Promise<readonly BreakdownRow[]>
}

export type TrendPoint = {
  readonly period: string
  readonly value: number
  /** How many records stand behind it; the value itself where it is a count. */
  readonly records?: number
}

export type Trend = {
  readonly title: Text
  /** A point's period is written `2026-11-23`, `2026-11` or `2026`. */
  readonly step: 'day' | 'month' | 'year'
  readonly addsUp: boolean
  readonly points: (ctx: Context, at: AsOf) => Promise<readonly TrendPoint[]>
}

export type RecordColumn = {
  readonly id: string
  readonly title: Text
  readonly kind: 'text' | 'number' | 'day' | 'instant'
  /** Words for the codes that the column holds. */
  readonly words?: (ctx: Pick<Context, 'config'>) => Readonly<Record<string, Text>>
  /** Where the record itself can be seen. */
  readonly href?: (value: string) => string
}

/** The records that a figure counts. */
export type RecordList = {
  readonly columns: readonly RecordColumn[]
  /**
   * A SELECT with a text column `key`, unique and never given to another record, and a column for each of
   * `columns`. Not ordered and not paged: the kernel counts, searches, pages, exports and digests it.
   */
  readonly select: (ctx: Context, at: AsOf) => RawBuilder<unknown>
}

/** A figure is definition, unit, day, query, and the records behind it; its programme declares it. */
export type Figure = {
  /** `<programme>.<name>`, never used for anything else again. */
  readonly key: string
  readonly title: Text
  readonly definition: Text
  /** What people could take this number for, and it is not. */
  readonly isNot: Text
  readonly unit: Text
  readonly dimension: Dimension
  readonly counted: Counted
  /** Name of the module that declares it. */
  readonly owner: string
  readonly chapter: Text
  readonly opensTo: OpensTo
  readonly value: (ctx: Context, at: AsOf) => Promise<FigureValue>
  readonly breakdowns?: readonly Breakdown[]
  readonly trend?: Trend
  readonly records: RecordList
}

/** What a module's manifest carries besides: `defineModule({ …, figures: stationFigures })`. */
export type FigureSource = { readonly figures: readonly Figure[] }

/** A part that has to look again when figures were published by themselves, in the transaction that publishes them. */
export type PublicationListener = { readonly figuresPublished: (ctx: Context) => Promise<void> }
