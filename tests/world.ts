import pg from 'pg'
import { inject } from 'vitest'
import { makeApplication, systemCaller, type Application } from '#platform/application.ts'
import { newKeys, type Config } from '#platform/config.ts'
import type { Actor, Caller } from '#platform/context.ts'
import type { InputOf, Operation, OutputOf } from '#platform/contract.ts'
import { connect, type Database } from '#platform/database/connect.ts'
import { SERVER_ROLE } from '#platform/database/migrate.ts'
import { execute } from '#platform/execute.ts'
import { newId } from '#platform/ids.ts'
import { stampInstallation } from '#platform/installation.ts'
import { silentLog } from '#platform/log.ts'
import { modules } from '#app/modules.ts'
import { ports } from '#app/ports.ts'
import { withDatabase } from './global-setup.ts'

export type World = {
  readonly app: Application
  /** The owner's connection, for looking behind the scenes and for planting what no operation may. */
  readonly owner: Database
  /** Moves the clock that every handler sees. */
  setNow(now: Date): void
  as(actor: Actor, caller?: Partial<Caller>): Client
  readonly system: Client
  readonly nobody: Client
  close(): Promise<void>
}

/** Calls operations as one person does, down the one path that every call takes. */
export type Client = {
  call<P extends Operation>(operation: P, input: InputOf<P>): Promise<OutputOf<P>>
}

export const testConfig = (over: Partial<Config> = {}): Config => ({
  production: false,
  port: 0,
  host: '127.0.0.1',
  dataFolder: '/nonexistent',
  cityData: 'empty',
  cityFile: undefined,
  tiles: undefined,
  databaseUrl: undefined,
  databaseOwnerUrl: undefined,
  poolSize: 8,
  prepareStatements: true,
  publicUrl: 'https://zhenyi.example',
  trustProxy: undefined,
  metricsToken: undefined,
  keys: newKeys(),
  sms: { adapter: 'log' },
  oidc: undefined,
  officialFonts: undefined,
  logLevel: 'silent',
  ...over,
})

type WorldOptions = { kind?: 'demo' | 'real'; config?: Partial<Config>; now?: Date }

/** A city of one's own: a fresh copy of the migrated template, stamped as a demo unless `kind` says otherwise. */
export async function makeWorld(options: WorldOptions = {}): Promise<World> {
  const server = inject('database')
  const name = `zhenyi_test_${newId().replaceAll('-', '').slice(-16)}`
  // By files: the other way writes every page to the log first, at three times the processor's time.
  await withAdmin(server, (admin) =>
    admin.query(`create database ${name} template ${inject('template')} strategy file_copy`),
  )
  const world = await openWorld(withDatabase(server, name), options)
  const close = async () => {
    await world.close()
    await withAdmin(server, (admin) => admin.query(`drop database ${name} with (force)`))
  }
  return { ...world, close }
}

/** A city on a database that is migrated and empty; `owner` owns it. */
export async function openWorld(target: pg.ClientConfig, options: WorldOptions = {}): Promise<World> {
  const owner = connect({ connection: target as pg.PoolConfig, poolSize: 2, prepare: false })
  const database = connect({
    connection: target as pg.PoolConfig,
    poolSize: 8,
    prepare: true,
    role: SERVER_ROLE,
  })
  await stampInstallation(owner.db, { id: newId(), kind: options.kind ?? 'demo', adcode: '410400' })
  let now = options.now ?? new Date('2026-11-23T02:00:00Z')
  const app = makeApplication({
    config: testConfig(options.config),
    log: silentLog,
    clock: () => now,
    database,
    modules,
    ports,
  })
  const as = (actor: Actor, caller: Partial<Caller> = {}): Client => ({
    call: (operation, input) =>
      execute(app, { ...systemCaller('test'), origin: 'test', actor, ...caller }, operation, input),
  })
  return {
    app,
    owner,
    setNow: (moment) => void (now = moment),
    as,
    system: as({ kind: 'system', name: 'test' }),
    nobody: as({ kind: 'anonymous' }),
    close: async () => {
      await database.close()
      await owner.close()
    },
  }
}

async function withAdmin<T>(server: pg.ClientConfig, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client(server)
  await admin.connect()
  try {
    return await work(admin)
  } finally {
    await admin.end()
  }
}
