import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { figures } from '../contract.ts'
import type { AsOf, Figure } from '../figure.ts'
import { asKnownNow } from './as-of.ts'
import { requireFigure } from './catalogue.ts'
import { digestRecords } from './measure.ts'
import { publicBreakdowns } from './public-figure.ts'
import { countRecords, pageOfRecords, type FigureRecord, type RecordsAsked } from './record-list.ts'
import { remember } from './remember.ts'
import { inTens, isTooFew } from './rules/suppression.ts'

/** A longer list is digested when it is published, not whenever somebody looks. */
const DIGESTED_ON_DEMAND_MAX = 200_000

export const figureRecords: Handler<typeof figures.figureRecords> = async (ctx, input) => {
  const figure = requireFigure(ctx, input.key)
  const at = await asKnownNow(ctx, input.asOf)
  const all = await remember(ctx, nameOf('count', figure, at), () => countRecords(ctx, figure, at))
  const isOpen = figure.opensTo === 'everybody'
  if (!isOpen && input.search) throw notSearchable()
  const [page, groups, digest] = await Promise.all([
    isOpen ? recordPage(ctx, figure, at, input) : { ...head(ctx, figure, at), rows: [], total: all },
    isOpen ? [] : publicBreakdowns(ctx, figure, at),
    digestOf(ctx, figure, at, all),
  ])
  const isHidden = !isOpen && isTooFew(all)
  return {
    ...page,
    opensTo: figure.opensTo,
    total: isHidden ? null : isOpen ? page.total : inTens(page.total),
    groups: [...groups],
    digest:
      isHidden || digest === null || isOpen
        ? isHidden
          ? null
          : digest
        : { ...digest, records: inTens(digest.records) },
  }
}

/** One page of single records, for whoever may see them. */
export async function recordPage(ctx: Context, figure: Figure, at: AsOf, asked: RecordsAsked) {
  const [rows, total] = await Promise.all([
    pageOfRecords(ctx, figure, at, asked),
    countRecords(ctx, figure, at, asked.search),
  ])
  return { ...head(ctx, figure, at), rows: rows.map((record) => withLinks(figure, record)), total }
}

const head = (ctx: Context, figure: Figure, { asOf }: AsOf) => ({
  key: figure.key,
  asOf,
  columns: figure.records.columns.map(({ id, title, kind, words }) => ({
    id,
    title,
    kind,
    words: words === undefined ? null : { ...words(ctx) },
  })),
})

function withLinks(figure: Figure, { key, cells }: FigureRecord) {
  const hrefs = figure.records.columns.map(({ href }, index) => {
    const cell = cells[index]
    return href === undefined || cell === null || cell === undefined ? null : href(String(cell))
  })
  return { key, cells: [...cells], hrefs }
}

/** Null where the list is too long to digest whenever somebody looks. */
export async function digestOf(ctx: Context, figure: Figure, at: AsOf, count: number) {
  if (count > DIGESTED_ON_DEMAND_MAX) return null
  return remember(ctx, nameOf('digest', figure, at), async () => {
    const { digest, records } = await digestRecords(ctx, figure, at)
    return { sha256: digest, records, recordedUpTo: at.recordedUpTo }
  })
}

const nameOf = (part: string, figure: Figure, at: AsOf) =>
  `${part} ${figure.key} ${at.asOf} ${at.recordedUpTo.getTime()}`

/** A search over hidden records would tell of single people by its count alone. */
const notSearchable = () =>
  invalid('not-searchable', {
    field: 'search',
    reason: {
      zh: '这个数字涉及个人，只按组公开，不能检索单条记录。',
      en: 'This figure counts people; it opens in groups and its records cannot be searched.',
    },
  })
