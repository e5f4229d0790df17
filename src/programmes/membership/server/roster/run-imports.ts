import { getFile } from '#kernel/files/index.ts'
import type { Context } from '#platform/context.ts'
import type { JobMeans } from '#platform/module.ts'
import { compareRows } from './compare-rows.ts'
import { lockWaitingImport, type StandingImport } from './import-rows.ts'
import { openChecker, type Checker } from './open-checker.ts'
import { rosterGround } from './roster-ground.ts'
import { rosterUpload } from './roster-upload.ts'
import { takeWord } from './take-batch.ts'
import { tables } from './tables.ts'
import { writeChunk } from './write-chunk.ts'

/** Each import under way has a thread of its own; more at once would only take turns on the same machine. */
const LANES_MAX = 2

/**
 * The job: imports that wait for the machine take turns, a piece each, until none waits or the server stops. What one
 * piece changes is committed with how far it came, so that whoever takes an import up goes on where it stands.
 */
export async function runImports(ctx: Context, means: JobMeans): Promise<void> {
  const { signal } = means
  const lanes = new Map<string, Lane>()
  try {
    while (!signal.aborted) {
      for (const id of await waitingImports(ctx, LANES_MAX)) {
        if (!lanes.has(id)) lanes.set(id, { id })
      }
      if (lanes.size === 0) return
      for (const lane of lanes.values()) {
        if (signal.aborted) return
        if (await isOver(ctx, means, lane)) lanes.delete(lane.id)
      }
    }
  } finally {
    for (const { checker } of lanes.values()) await checker?.close()
  }
}

type Lane = { readonly id: string; checker?: Checker | undefined }

async function waitingImports(ctx: Context, limit: number): Promise<string[]> {
  const rows = await tables(ctx)
    .selectFrom('membership.roster_import')
    .select('id')
    .where('state', 'in', ['checking', 'comparing', 'writing'])
    .where('is_paused', '=', false)
    .orderBy('created_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** Does one piece of an import; true once nothing is left to do for it, because it is done, paused, stopped or failed. */
async function isOver(ctx: Context, means: JobMeans, lane: Lane): Promise<boolean> {
  const goesOn = await step(ctx, means, lane).catch((error: unknown) => fail(ctx, lane, error))
  if (!goesOn) {
    await lane.checker?.close()
    lane.checker = undefined
  }
  return !goesOn
}

async function step(ctx: Context, { pool }: JobMeans, lane: Lane): Promise<boolean> {
  // Asked for outside the transaction: a thread may take a while for its next batch.
  const word = await lane.checker?.next()
  return ctx.db.transaction().execute(async (db) => {
    const standing = await lockWaitingImport({ db }, lane.id)
    if (standing === undefined) return false
    const inside = actingFor({ ...ctx, db }, standing)
    if (standing.state === 'comparing') await compareRows(inside, standing)
    else if (standing.state === 'writing') await writeChunk(inside, pool, standing)
    else if (word === undefined) lane.checker = await beginChecking(inside, standing)
    else {
      await takeWord(inside, standing, word)
      if (word.kind === 'rows') lane.checker?.taken()
      if (word.kind === 'end' || word.kind === 'refused') {
        await lane.checker?.close()
        lane.checker = undefined
      }
    }
    return true
  })
}

/** What is written names whoever ordered it. */
const actingFor = (ctx: Context, { made_by: name }: StandingImport): Context => ({
  ...ctx,
  actor: { kind: 'system', name },
})

async function beginChecking(ctx: Context, standing: StandingImport): Promise<Checker> {
  const file = await getFile(ctx, standing.file_id, rosterUpload.purpose)
  return openChecker({
    importId: standing.id,
    path: file.path,
    fileName: file.name,
    format: standing.file_format,
    keys: ctx.config.keys,
    ground: await rosterGround(ctx, standing),
    after: standing.checked_through,
  })
}

/** A bug ends this import and no other. Whoever ordered it may try again: it goes on where it stands. */
async function fail(ctx: Context, { id }: Lane, error: unknown): Promise<false> {
  ctx.log.error({ err: error, rosterImport: id }, 'an import of a roster failed')
  const text = {
    zh: '处理中出错，已停在原处，没有重复或遗漏。请重试；仍不行，请联系管理员。',
    en: 'Something broke; the import stands where it was, nothing lost or doubled. Try again.',
  }
  await tables(ctx)
    .updateTable('membership.roster_import')
    .set({ state: 'failed', failure: JSON.stringify({ text, problems: [] }), ended_at: ctx.now })
    .where('id', '=', id)
    .where('state', 'in', ['checking', 'comparing', 'writing'])
    .execute()
  return false
}
