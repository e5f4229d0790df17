import { sql } from 'kysely'
import { filesFolder } from '#kernel/files/index.ts'
import type { Context, Db } from '#platform/context.ts'
import type { FileRefusal } from '../../rules/files/ride-file.ts'
import { forgedLines } from './check-every-line.ts'
import { forgedAmong, isSignedBy } from './signatures.ts'
import { stageFile, type Staged } from './stage-file.ts'
import { storedPath } from './stored-path.ts'
import { fileTables } from './tables.ts'

/** Somebody paused the file, or it was never there: the run ends, and what was posted stays. */
class BrokenOff extends Error {}

const PROGRESS_MS = 500

export type OpenFile = {
  readonly id: number
  readonly company: number
  readonly storedFile: string
}

/**
 * Reads one file and posts it, from wherever an earlier run was broken off: reading begins anew, a half that is posted
 * stays as it is. `pool` gives the two connections over which both halves go at once.
 */
export async function processFile(ctx: Context, pool: Db, file: OpenFile): Promise<void> {
  await begin(ctx, file.id)
  try {
    await onTwo(pool, async (halves) => {
      for (const half of [0, 1]) await sql`select green_travel.clear_stage(${half}::smallint)`.execute(ctx.db)
      const path = storedPath(filesFolder(ctx.config), file.storedFile)
      const onProgress = progressOf(ctx, file.id)
      const staged = await stageFile(ctx, { file: { ...file, path }, halves, onProgress })
      const refusal = typeof staged === 'string' ? staged : await take(ctx, file.id, staged)
      if (refusal !== undefined) return refuse(ctx, file.id, refusal)
      const forged = await checkSignatures(ctx, file.id, path, staged as Staged)
      await Promise.all(halves.map((db, half) => postHalf(db, file.id, half, forged)))
      await finish(ctx, file.id)
    })
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error
  }
}

const onTwo = (pool: Db, work: (halves: readonly [Db, Db]) => Promise<void>) =>
  pool.connection().execute((first) => pool.connection().execute((second) => work([first, second])))

const begin = (ctx: Context, id: number) =>
  fileTables(ctx)
    .updateTable('green_travel.scan_file')
    .set({ state: 'reading', started_at: ctx.now, read_bytes: 0 })
    .where('id', '=', id)
    .where('state', '<>', 'paused')
    .execute()

/** Writes down how far the reading is, and hears whether it is to stop; not at every chunk. */
function progressOf(ctx: Context, id: number): (bytes: number) => Promise<void> {
  let last = Date.now()
  return async (bytes) => {
    if (Date.now() - last < PROGRESS_MS) return
    last = Date.now()
    const row = await fileTables(ctx)
      .updateTable('green_travel.scan_file')
      .set({ read_bytes: bytes })
      .where('id', '=', id)
      .where('state', '=', 'reading')
      .executeTakeFirst()
    if (row.numUpdatedRows === 0n) throw new BrokenOff()
  }
}

/** The file is whole: is it signed, and is its number free? Its number is taken with that. */
async function take(
  ctx: Context,
  id: number,
  { scanned, head, ...staged }: Staged,
): Promise<FileRefusal | undefined> {
  if (!isSignedBy(head.reader.publicKey, scanned.digest, scanned.end.signature)) return 'forged'
  const digest = scanned.digest.toString('hex')
  const { rows } = await sql<{ digest: string | null }>`
    select digest from green_travel.scan_file
    where reader = ${head.reader.id} and number = ${scanned.head.number} and state <> 'refused' and id <> ${id}`.execute(
    ctx.db,
  )
  if (rows[0] !== undefined) return rows[0].digest === digest ? 'repeated' : 'number-reused'
  await ctx.db.transaction().execute(async (db) => {
    const taken = await fileTables({ db })
      .updateTable('green_travel.scan_file')
      .set({
        state: 'posting',
        reader: head.reader.id,
        number: scanned.head.number,
        made_at: new Date(scanned.head.madeAt * 1000),
        digest,
        lines: scanned.lines,
        clock_offset: staged.clockOffset,
      })
      .where('id', '=', id)
      .where('state', '=', 'reading')
      .executeTakeFirst()
    if (taken.numUpdatedRows === 0n) throw new BrokenOff()
    await noteNumber(db, head.reader.id, scanned.head.number)
  })
  return undefined
}

/** Which of the reader's numbers never came is kept beside the files, with the number that is taken or given back. */
const noteNumber = (db: Db, reader: number, number: number) =>
  sql`select green_travel.note_number(${reader}, ${number})`.execute(db)

async function checkSignatures(
  ctx: Context,
  id: number,
  path: string,
  { sample, head }: Staged,
): Promise<number[]> {
  const failed = await forgedAmong(ctx, sample)
  const set = (fields: object) =>
    fileTables(ctx).updateTable('green_travel.scan_file').set(fields).where('id', '=', id).execute()
  await set({ sample_checked: sample.length, sample_failed: failed.length, checks_all: failed.length > 0 })
  if (failed.length === 0) return []
  return forgedLines(
    ctx,
    path,
    head.against.fareFen,
    async (bytes) => void (await set({ read_bytes: bytes })),
  )
}

const postHalf = (db: Db, file: number, half: number, forged: readonly number[]) =>
  sql`select green_travel.post_half(${file}, ${half}::smallint, ${forged}::integer[])`.execute(db)

const finish = (ctx: Context, id: number) =>
  sql`update green_travel.scan_file set state = 'done', ended_at = now(), read_bytes = bytes
    where id = ${id} and state = 'posting'`.execute(ctx.db)

/** An earlier run may have taken the file's number: refused, it is free again. */
const refuse = (ctx: Context, id: number, refusal: FileRefusal) =>
  ctx.db.transaction().execute(async (db) => {
    const refused = await fileTables({ db })
      .updateTable('green_travel.scan_file')
      .set({ state: 'refused', refusal, ended_at: ctx.now })
      .where('id', '=', id)
      .returning(['reader', 'number'])
      .executeTakeFirstOrThrow()
    if (refused.reader !== null && refused.number !== null)
      await noteNumber(db, refused.reader, refused.number)
  })
