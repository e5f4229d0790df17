import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { text } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { extract, type Header } from 'tar-stream'
import { Failure } from '../failures.ts'
import { manifestShape, type Manifest } from './manifest.ts'
import { save } from './write-backup.ts'

type Entry = Readable & { readonly header: Header }

export type RestoreWish = {
  readonly source: string
  readonly owner: pg.ClientConfig
  readonly filesFolder: string
  /** Brings an empty database to the named migrations, and throws where one is unknown or was changed. */
  readonly migrateTo: (migrations: Manifest['migrations']) => Promise<void>
}

/**
 * Loads a backup into an empty database, all tables in one transaction, and checks every digest on the way. Throws a
 * Failure where the database is not empty, or the file is damaged; then nothing is kept.
 */
export async function readBackup(wish: RestoreWish): Promise<Manifest> {
  await requireEmpty(wish.owner)
  const entries = entriesOf(wish.source)
  const manifest = await orDamaged(entries.next().then(({ value }) => readManifest(value)))
  await wish.migrateTo(manifest.migrations)
  const client = new pg.Client(wish.owner)
  await client.connect()
  try {
    await client.query('begin')
    await orDamaged(restoreParts(client, wish.filesFolder, manifest, entries))
    await client.query('commit')
    await client.query('analyze')
    return manifest
  } finally {
    await client.end()
  }
}

async function* entriesOf(source: string): AsyncGenerator<Entry> {
  const archive = extract()
  const flow = pipeline(createReadStream(source), createGunzip(), archive)
  // Heard below, where the entries end; without this a break before that would be nobody's.
  flow.catch(() => {})
  for await (const entry of archive) yield entry as unknown as Entry
  await flow
}

async function readManifest(entry: Entry | undefined): Promise<Manifest> {
  if (entry?.header.name !== 'manifest.json') throw damaged('no manifest')
  return manifestShape.parse(JSON.parse(await text(entry)))
}

async function restoreParts(
  client: pg.Client,
  filesFolder: string,
  manifest: Manifest,
  entries: AsyncIterable<Entry>,
) {
  let parts = 0
  await emptyTables(client, manifest)
  for await (const entry of entries) {
    await restorePart(client, filesFolder, manifest, entry)
    parts += 1
  }
  if (parts !== manifest.tables.length + manifest.files.length) throw damaged('missing parts')
  await client.query(NUMBERS_GO_ON)
}

/** What migrations delivered with their tables is in the backup too, perhaps changed since. */
async function emptyTables(client: pg.Client, { tables }: Manifest): Promise<void> {
  for (const { name } of tables)
    if (!/^[a-z_]+\.[a-z0-9_]+$/.test(name)) throw damaged(`no table's name: ${name}`)
  const made = tables.filter(({ part }) => part === undefined).map(({ name }) => name)
  if (made.length > 0) await client.query(`truncate ${made.join(', ')}`)
}

/** Columns that number themselves go on behind the greatest number that was restored. */
const NUMBERS_GO_ON = `
  do $$
  declare one record;
  begin
    for one in
      select format('%I.%I', table_schema, table_name) as name, column_name
      from information_schema.columns where is_identity = 'YES'
    loop
      execute format('select setval(pg_get_serial_sequence(%L, %L), greatest(max(%I), 1), max(%I) is not null) from %s',
        one.name, one.column_name, one.column_name, one.column_name, one.name);
    end loop;
  end $$`

/** Whatever goes wrong while the file is read, the file is what is wrong. */
async function orDamaged<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw error instanceof Failure ? error : damaged((error as Error).message)
  }
}

async function restorePart(
  client: pg.Client,
  filesFolder: string,
  manifest: Manifest,
  entry: Entry,
): Promise<void> {
  const { name } = entry.header
  const table = manifest.tables.find((one) => `tables/${one.name}` === name)
  const file = manifest.files.find((one) => `files/${one.name}` === name)
  const expected = table ?? file
  if (expected === undefined) throw damaged(`${name} is not in the manifest`)
  const { sha256 } =
    table === undefined
      ? await keepFile(filesFolder, file!.name, entry)
      : await loadTable(client, table, entry)
  if (sha256 !== expected.sha256) throw damaged(`${name} does not have its digest`)
}

async function loadTable(
  client: pg.Client,
  { name, columns, part }: Manifest['tables'][number],
  source: Readable,
) {
  if (part !== undefined) {
    await client.query(`create table ${name} (like ${part.of} including all)`)
    await client.query(`alter table ${part.of} attach partition ${name} ${part.bounds}`)
  }
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  return save(source, client.query(copyFrom(`copy ${name} (${list}) from stdin`)))
}

async function keepFile(folder: string, name: string, source: Readable) {
  if (normalize(name).startsWith('..') || name.startsWith('/'))
    throw damaged(`a file outside its folder: ${name}`)
  const path = join(folder, name)
  await mkdir(dirname(path), { recursive: true })
  return save(source, createWriteStream(path))
}

async function requireEmpty(owner: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  const { rows } = await client.query<{ filled: string | null }>(
    `select to_regclass('platform.installation') as filled`,
  )
  const filled =
    rows[0]?.filled !== null &&
    ((await client.query('select 1 from platform.installation')).rowCount ?? 0) > 0
  await client.end()
  if (!filled) return
  throw new Failure(409, 'database-not-empty', {
    zh: '目标数据库不是空的，恢复只写入空数据库。请换一个数据目录或数据库。',
    en: 'The database is not empty, and a restore writes into an empty one only. Choose another.',
  })
}

const damaged = (what: string) =>
  new Failure(422, 'backup-damaged', {
    zh: `备份文件已损坏或不完整（${what}），没有写入任何内容。`,
    en: `The backup is damaged or not whole (${what}); nothing was written.`,
  })
