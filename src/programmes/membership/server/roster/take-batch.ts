import { Readable } from 'node:stream'
import type { Context } from '#platform/context.ts'
import { copyIn } from '#platform/database/copy-in.ts'
import type { FromChecker } from './checker-words.ts'
import type { StandingImport } from './import-rows.ts'
import { stagedColumns } from './staged-batch.ts'
import { tables } from './tables.ts'

const COPY_ROWS = `copy membership.roster_row (${stagedColumns.join(', ')}) from stdin (format binary)`

/** Puts down what the thread said; its rows and how far it came are committed together. */
export async function takeWord(ctx: Context, standing: StandingImport, word: FromChecker): Promise<void> {
  if (word.kind === 'header') return noteHeader(ctx, standing, word)
  if (word.kind === 'rows') return takeBatch(ctx, standing, word.batch)
  if (word.kind === 'refused') return refuseFile(ctx, standing, word)
  await update(ctx, standing, { state: 'comparing' })
}

const update = async (ctx: Context, { id }: StandingImport, values: object): Promise<void> => {
  await tables(ctx).updateTable('membership.roster_import').set(values).where('id', '=', id).execute()
}

type Word<Kind extends FromChecker['kind']> = Extract<FromChecker, { kind: Kind }>

async function noteHeader(ctx: Context, standing: StandingImport, word: Word<'header'>): Promise<void> {
  await update(ctx, standing, {
    columns: JSON.stringify(word.columns),
    header_row: word.row,
    rows_expected: word.rowsExpected,
  })
}

async function refuseFile(ctx: Context, standing: StandingImport, word: Word<'refused'>): Promise<void> {
  const failure = JSON.stringify({ text: word.text, problems: word.problems })
  await update(ctx, standing, { state: 'failed', failure, ended_at: ctx.now })
}

async function takeBatch(
  ctx: Context,
  standing: StandingImport,
  { rows, through, bytes, refused, faults }: Word<'rows'>['batch'],
): Promise<void> {
  await copyIn(ctx.db, COPY_ROWS, Readable.from([Buffer.from(bytes.buffer, 0, bytes.byteLength)]))
  const { tally } = standing
  await update(ctx, standing, {
    checked_through: through,
    rows_checked: standing.rows_checked + rows,
    tally: JSON.stringify({
      ...tally,
      new: (tally.new ?? 0) + rows - refused,
      refused: (tally.refused ?? 0) + refused,
    }),
    faults: JSON.stringify(added(standing.faults, faults)),
  })
}

function added(before: Readonly<Record<string, number>>, more: Readonly<Record<string, number>>) {
  const sum: Record<string, number> = { ...before }
  for (const [code, count] of Object.entries(more)) sum[code] = (sum[code] ?? 0) + count
  return sum
}
