import { sql } from 'kysely'
import pg from 'pg'
import type { Config } from '#platform/config.ts'
import type { Db } from '#platform/context.ts'
import { connect } from '#platform/database/connect.ts'
import { newId } from '#platform/ids.ts'
import { findInstallation, stampInstallation } from '#platform/installation.ts'
import type { DemoContext, Module } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import { cityOf } from '#kernel/city/index.ts'
import { checkReferencesLater } from './check-references.ts'

export type FillOptions = {
  readonly config: Config
  readonly owner: pg.ClientConfig
  readonly modules: readonly Module[]
  readonly today: Date
  readonly onProgress: (message: Text) => void
}

const DEMO_SEED = 410_400
const FILL_LOCK = 4_100_002

/**
 * Stamps a new database as demo or real and, for a demo, lets each module tell its part of the story. All in
 * one transaction, so that a start cut short leaves nothing behind. Does nothing on a database with a stamp; of two
 * servers that start on one empty database the second waits for the first.
 */
export async function fillNewDatabase(options: FillOptions): Promise<void> {
  const { config, owner, modules, today, onProgress } = options
  const city = cityOf(config)
  const database = connect({ connection: owner as pg.PoolConfig, poolSize: 1, prepare: false })
  try {
    if ((await findInstallation(database.db)) !== undefined) return
    const kind = (config.cityData ?? (config.production ? 'empty' : 'demo')) === 'demo' ? 'demo' : 'real'
    await database.db.transaction().execute(async (db) => {
      await takeTurn(db, onProgress)
      if ((await findInstallation(db)) !== undefined) return
      await stampInstallation(db, { id: newId(), kind, adcode: city.adcode })
      const checkReferences = kind === 'demo' ? await checkReferencesLater(db) : async () => {}
      const shared = new Map<string, unknown>([['city', city]])
      const ground = { db, today, seed: DEMO_SEED, config, progress: onProgress, shared, modules }
      if (kind === 'real') for (const module of modules) await module.plant?.(ground)
      else await tellDemo(ground, modules)
      await checkReferences()
    })
    await database.pool.query('analyze')
  } finally {
    await database.close()
  }
}

/** Each part as soon as those that it needs are told, then what can be told only once all are there. */
async function tellDemo(ground: DemoContext, modules: readonly Module[]): Promise<void> {
  const told = new Map<string, Promise<void>>()
  for (const module of modules) {
    const needs = module.demoNeeds ?? [...told.keys()]
    const before = needs.map(
      (name) => told.get(name) ?? Promise.reject(new Error(`no demo of ${name} comes before`)),
    )
    told.set(
      module.name,
      Promise.all(before).then(() => tellPart(ground, module)),
    )
  }
  // All of them have ended when one's refusal is told: nobody goes on writing in a transaction that is given up.
  const outcomes = await Promise.allSettled(told.values())
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
  for (const module of modules) await module.demoLast?.(ground)
}

async function tellPart(ground: DemoContext, module: Module): Promise<void> {
  if (module.demo === undefined) return
  ground.progress({
    zh: `正在准备演示数据：${module.title.zh}`,
    en: `Making the demo city: ${module.title.en}`,
  })
  await module.demo(ground)
}

/** Held until the transaction ends. */
async function takeTurn(db: Db, onProgress: FillOptions['onProgress']): Promise<void> {
  const { rows } = await sql<{
    free: boolean
  }>`select pg_try_advisory_xact_lock(${FILL_LOCK}) as free`.execute(db)
  if (rows[0]?.free === true) return
  onProgress({
    zh: '另一个进程正在准备这个数据库，请稍候…',
    en: 'Another process is filling this database; waiting for it…',
  })
  await sql`select pg_advisory_xact_lock(${FILL_LOCK})`.execute(db)
}
