import { readdirSync, readFileSync, existsSync } from 'node:fs'
import pg from 'pg'
import { Failure } from '../failures.ts'
import { sha256 } from '../digest.ts'
import type { Module } from '../module.ts'

/** The role that the server acts as: what it may not UPDATE or DELETE is decided in each migration. */
export const SERVER_ROLE = 'zhenyi_app'

type Migration = { readonly name: string; readonly sql: string; readonly digest: string }

export type MigrationState = { readonly applied: readonly string[]; readonly pending: readonly string[] }

const MIGRATION_LOCK = 4_100_001

/** All migrations in order: platform's, then each module's, by date. */
export function migrationsOf(modules: readonly Module[]): Migration[] {
  const folders = [
    { name: 'platform', folder: new URL('../migrations/', import.meta.url) },
    ...modules.map((module) => ({ name: module.name, folder: new URL('migrations/', module.folder) })),
  ]
  return folders.flatMap(({ name, folder }) =>
    !existsSync(folder)
      ? []
      : readdirSync(folder)
          .filter((file) => file.endsWith('.sql'))
          .sort()
          .map((file) => {
            const sql = readFileSync(new URL(file, folder), 'utf8')
            return { name: `${name}/${file}`, sql, digest: sha256(sql) }
          }),
  )
}

/**
 * Applies what is pending, as the owner, one transaction each. Throws where an applied file was changed since,
 * or where the database was made by a newer version. `only` names the ones to stop at: a restore's.
 */
export async function migrate(
  owner: pg.ClientConfig,
  modules: readonly Module[],
  only?: ReadonlySet<string>,
): Promise<MigrationState> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await prepare(client)
    const migrations = migrationsOf(modules)
    const applied = await appliedNames(client, migrations)
    const pending = migrations.filter(({ name }) => !applied.has(name))
    const wanted = pending.filter(({ name }) => only?.has(name) ?? true)
    for (const migration of wanted) await apply(client, migration)
    const done = new Set([...applied, ...wanted.map(({ name }) => name)])
    const names = migrations.map(({ name }) => name)
    return {
      applied: names.filter((name) => done.has(name)),
      pending: names.filter((name) => !done.has(name)),
    }
  } finally {
    await client.end()
  }
}

async function prepare(client: pg.Client): Promise<void> {
  const role = await client.query('select 1 from pg_roles where rolname = $1', [SERVER_ROLE])
  // Roles are the whole server's: two databases of one server may be made at the same time.
  if (role.rowCount === 0)
    await client.query(`do $$ begin create role ${SERVER_ROLE} nologin;
      exception when duplicate_object or unique_violation then null; end $$`)
  // From 16 on, whoever creates a role is its member without the right to act as it; before, there is no such right.
  const member = await client.query(
    `select pg_has_role(current_user, $1,
      case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) as member`,
    [SERVER_ROLE],
  )
  if (!member.rows[0].member) await client.query(`grant ${SERVER_ROLE} to current_user`)
  await client.query(`
    create schema if not exists platform;
    create table if not exists platform.migration (
      name text primary key,
      digest text not null,
      applied_at timestamptz not null default now()
    );
    grant usage on schema platform to ${SERVER_ROLE};
    grant select on platform.migration to ${SERVER_ROLE};`)
}

async function appliedNames(client: pg.Client, migrations: readonly Migration[]): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string; digest: string }>(
    'select name, digest from platform.migration',
  )
  const known = new Map(migrations.map((migration) => [migration.name, migration.digest]))
  for (const row of rows) {
    if (known.get(row.name) === row.digest) continue
    const changed = known.has(row.name)
    throw new Failure(500, 'migration', {
      zh: changed
        ? `迁移文件 ${row.name} 在执行后被改动。`
        : `数据库来自更新的版本：不认识迁移 ${row.name}。`,
      en: changed
        ? `Migration ${row.name} was changed after it was applied.`
        : `The database comes from a newer version: migration ${row.name} is unknown here.`,
    })
  }
  return new Set(rows.map((row) => row.name))
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(migration.sql)
    await client.query('insert into platform.migration (name, digest) values ($1, $2)', [
      migration.name,
      migration.digest,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error })
  }
}
