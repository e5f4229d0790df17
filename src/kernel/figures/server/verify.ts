import type { Context, Db } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { OutputOf } from '#platform/contract.ts'
import type { figures } from '../contract.ts'
import { figuresOf } from './catalogue.ts'
import { measure } from './measure.ts'
import { maskPublished, noSuchPublication, publishedLines, sealOf } from './published.ts'
import { publicationDigest } from './rules/canonical.ts'
import { judge, type Measured } from './rules/verdict.ts'
import { tables } from './tables.ts'

type Answer = Awaited<ReturnType<Handler<typeof figures.verify>>>
type Line = Awaited<ReturnType<typeof publishedLines>>[number]

/** Several who ask at once share one run: it reads every record behind a publication. */
const underWay = new WeakMap<Db, Map<string, Promise<Answer>>>()

export const verify: Handler<typeof figures.verify> = (ctx, input) => {
  const runs = underWay.get(ctx.db) ?? new Map<string, Promise<Answer>>()
  underWay.set(ctx.db, runs)
  const known = runs.get(input.publication)
  if (known !== undefined) return known
  const run = inOneSnapshot(ctx, (inside) => verifyPublication(inside, input.publication)).finally(() =>
    runs.delete(input.publication),
  )
  runs.set(input.publication, run)
  return run
}

function inOneSnapshot<T>(ctx: Context, work: (inside: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return work(ctx)
  return ctx.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((db) => work({ ...ctx, db }))
}

async function verifyPublication(ctx: Context, id: string): Promise<Answer> {
  const head = await findHead(ctx, id)
  const lines = await publishedLines(ctx, id)
  const linesIntact = publicationDigest({ ...head, seal: sealOf(head) }, lines) === head.digest
  const rows: Answer['rows'] = []
  for (const line of lines) rows.push(await verifyLine(ctx, line, head))
  const isProven = rows.every(({ verdict }) => verdict === 'same' || verdict === 'digest-only')
  const { title, asOf, recordedUpTo } = head
  return {
    intact: linesIntact && isProven,
    linesIntact,
    publication: id,
    title,
    asOf,
    recordedUpTo,
    checkedAt: ctx.now,
    rows,
  }
}

async function findHead(ctx: Context, id: string) {
  const head = await tables(ctx)
    .selectFrom('figures.publication')
    .select([
      'title',
      'as_of as asOf',
      'recorded_up_to as recordedUpTo',
      'published_at as publishedAt',
      'note',
    ])
    .select(['corrects', 'digest', 'seal_no as sealNo', 'seal_digest as sealDigest'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (head === undefined) throw noSuchPublication()
  return head
}

type Head = Awaited<ReturnType<typeof findHead>>

/** Runs the figure's own query on the records as recorded then; what is stored is only compared with. */
async function verifyLine(
  ctx: Context,
  line: Line,
  head: Head,
): Promise<OutputOf<typeof figures.verify>['rows'][number]> {
  const figure = figuresOf(ctx.modules).get(line.key)
  const now = figure === undefined ? undefined : await measure(ctx, figure, head)
  const verdict = judge(line, now, await wasPurged(ctx, line.key, head))
  return {
    key: line.key,
    title: line.declared.title,
    verdict,
    frozen: shown(line, line),
    now: now === undefined ? null : shown(line, now),
  }
}

const shown = ({ declared }: Line, measured: Measured) => ({
  ...maskPublished({ declared, ...measured }),
  sha256: measured.digest,
})

async function wasPurged(ctx: Context, key: string, { publishedAt }: Head): Promise<boolean> {
  const purge = await tables(ctx)
    .selectFrom('figures.purge')
    .select('id')
    .where('figure_key', '=', key)
    .where('recorded_at', '>=', publishedAt)
    .limit(1)
    .executeTakeFirst()
  return purge !== undefined
}
