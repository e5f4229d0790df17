import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { readBackup } from '#platform/backup/read-backup.ts'
import { afterWhatTheyReferTo } from '#platform/backup/table-list.ts'
import { writeBackup } from '#platform/backup/write-backup.ts'
import { migrate } from '#platform/database/migrate.ts'
import { newId } from '#platform/ids.ts'
import { modules } from '#app/modules.ts'
import { audit } from '#kernel/audit/contract.ts'
import { withDatabase } from './global-setup.ts'
import { makeWorld, type World } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhenyi-backup-test-'))
const backup = join(folder, 'city.backup')
const files = join(folder, 'files')
let world: World

beforeAll(async () => {
  world = await makeWorld()
  mkdirSync(join(files, 'ab'), { recursive: true })
  writeFileSync(join(files, 'ab', 'photo'), Buffer.from([0, 1, 2, 250]))
  await world.system.call(audit.seal, {})
  await world.system.call(audit.seal, {})
  const manifest = await writeBackup({
    owner: withDatabase(inject('database'), await databaseName(world)),
    filesFolder: files,
    target: backup,
    madeAt: new Date('2026-11-23T04:00:00Z'),
    version: '0.0.0',
    database: { engine: 'embedded', version: '18' },
  })
  expect(manifest.tables.find(({ name }) => name === 'audit.line')?.rows).toBe(2)
})
afterAll(async () => {
  await world.close()
  rmSync(folder, { recursive: true, force: true })
})

const databaseName = async ({ owner }: World) =>
  (await sql<{ name: string }>`select current_database() as name`.execute(owner.db)).rows[0]!.name

/** A database with nothing in it, handed to `work` and dropped after. */
async function inEmptyDatabase<T>(work: (owner: pg.ClientConfig) => Promise<T>): Promise<T> {
  const admin = new pg.Client(inject('database'))
  const name = `zhenyi_restore_${newId().slice(-12)}`
  await admin.connect()
  await admin.query(`create database ${name}`)
  try {
    return await work(withDatabase(inject('database'), name))
  } finally {
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
}

const restore = (owner: pg.ClientConfig, source = backup, target = join(folder, 'restored')) =>
  readBackup({
    source,
    owner,
    filesFolder: target,
    migrateTo: async (wanted) =>
      void (await migrate(owner, modules, new Set(wanted.map(({ name }) => name)))),
  })

test('what was backed up stands again: rows, files and the chain of seals', async () => {
  await inEmptyDatabase(async (owner) => {
    await restore(owner)
    const client = new pg.Client(owner)
    await client.connect()
    const { rows } = await client.query(
      `select count(*)::int as lines, (select count(*)::int from audit.sealed_line s join audit.line l on l.id = s.line_id
        where audit.line_digest(l) = s.digest) as agreeing from audit.line`,
    )
    await client.end()
    expect(rows[0]).toEqual({ lines: 2, agreeing: 1 })
    expect(readFileSync(join(folder, 'restored/ab/photo'))).toEqual(Buffer.from([0, 1, 2, 250]))
  })
})

test('a database that holds a city is never written over', async () => {
  const owner = withDatabase(inject('database'), await databaseName(world))
  await expect(restore(owner)).rejects.toMatchObject({ code: 'database-not-empty' })
})

test.each([
  ['cut short', (path: string) => truncateSync(path, 3_000)],
  ['with a changed byte', (path: string) => flipByte(path)],
])('a backup %s is refused, and nothing is kept', async (_name, damage) => {
  const copy = join(folder, `damaged-${newId()}`)
  writeFileSync(copy, readFileSync(backup))
  damage(copy)
  await inEmptyDatabase(async (owner) => {
    await expect(restore(owner, copy, join(folder, newId()))).rejects.toMatchObject({
      code: 'backup-damaged',
    })
    const client = new pg.Client(owner)
    await client.connect()
    const table = await client.query(`select to_regclass('audit.line') as line`)
    if (table.rows[0].line !== null) expect((await client.query('select from audit.line')).rowCount).toBe(0)
    await client.end()
  })
})

function flipByte(path: string): void {
  const bytes = readFileSync(path)
  bytes[Math.floor(bytes.length * 0.7)]! ^= 0xff
  writeFileSync(path, bytes)
}

test('no half backup bears the name of a whole one', () => {
  appendFileSync(join(folder, 'touched'), '')
  expect(existsSync(`${backup}.part`)).toBe(false)
})

test('tables come after what they refer to, and a circle is refused', () => {
  const table = (name: string) => ({ name, columns: [] })
  const ordered = afterWhatTheyReferTo(
    [table('a'), table('b'), table('c')],
    [
      { from: 'a', to: 'c' },
      { from: 'c', to: 'b' },
    ],
  )
  expect(ordered.map(({ name }) => name)).toEqual(['b', 'c', 'a'])
  expect(() =>
    afterWhatTheyReferTo(
      [table('a'), table('b')],
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
    ),
  ).toThrow(/circle/)
})
