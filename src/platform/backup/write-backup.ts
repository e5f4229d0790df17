import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, globSync, statSync } from 'node:fs'
import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform, type Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack, type Pack } from 'tar-stream'
import { BACKUP_FORMAT, type Manifest } from './manifest.ts'
import { listTables, type BackedTable } from './table-list.ts'

export type BackupWish = {
  readonly owner: pg.ClientConfig
  /** The folder of uploaded files; may be absent. */
  readonly filesFolder: string
  readonly target: string
  readonly madeAt: Date
  readonly version: string
  readonly database: Manifest['database']
}

/**
 * One file with every table (COPY text from one snapshot), every uploaded file and a manifest with digests. The
 * target appears only when it is whole. The tables go through a temporary folder, since a tar names sizes first.
 */
export async function writeBackup(wish: BackupWish): Promise<Manifest> {
  const folder = await mkdtemp(join(tmpdir(), 'zhenyi-backup-'))
  try {
    const { tables, migrations } = await copyTables(wish.owner, folder)
    const files = await listFiles(wish.filesFolder)
    const manifest: Manifest = {
      format: BACKUP_FORMAT,
      madeAt: wish.madeAt.toISOString(),
      version: wish.version,
      database: wish.database,
      migrations,
      tables,
      files,
    }
    await writeArchive(wish, folder, manifest)
    return manifest
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function copyTables(
  owner: pg.ClientConfig,
  folder: string,
): Promise<Pick<Manifest, 'tables' | 'migrations'>> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const migrations = await client.query<Manifest['migrations'][number]>(
      'select name, digest from platform.migration order by applied_at, name',
    )
    const tables: Manifest['tables'] = []
    for (const table of await listTables(client)) {
      if (table.name !== 'platform.migration') tables.push(await copyTable(client, table, folder))
    }
    return { tables, migrations: migrations.rows }
  } finally {
    await client.end()
  }
}

async function copyTable(client: pg.Client, { name, columns, part }: BackedTable, folder: string) {
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const stream = client.query(copyTo(`copy ${name} (${list}) to stdout`))
  const { bytes, sha256 } = await save(stream, createWriteStream(join(folder, name)))
  const rows = stream.rowCount ?? 0
  return { name, columns: [...columns], ...(part != null && { part }), rows, bytes, sha256 }
}

async function listFiles(folder: string): Promise<Manifest['files']> {
  if (!existsSync(folder)) return []
  const names = globSync('**/*', { cwd: folder }).filter((name) => statSync(join(folder, name)).isFile())
  return Promise.all(names.sort().map(async (name) => ({ name, ...(await digestOf(join(folder, name))) })))
}

async function writeArchive(wish: BackupWish, folder: string, manifest: Manifest): Promise<void> {
  const archive = pack()
  const unfinished = `${wish.target}.part`
  const written = pipeline(archive, createGzip({ level: 6 }), createWriteStream(unfinished, { mode: 0o600 }))
  const text = JSON.stringify(manifest, null, 2)
  archive.entry({ name: 'manifest.json', mtime: wish.madeAt }, text)
  for (const { name, bytes } of manifest.tables)
    await add(archive, `tables/${name}`, join(folder, name), bytes)
  for (const { name, bytes } of manifest.files)
    await add(archive, `files/${name}`, join(wish.filesFolder, name), bytes)
  archive.finalize()
  await written
  await rename(unfinished, wish.target)
}

const add = (archive: Pack, name: string, path: string, size: number) =>
  pipeline(createReadStream(path), archive.entry({ name, size }))

/** Copies a stream and says how long it was and what it was. */
export async function save(source: Readable, target: Writable): Promise<{ bytes: number; sha256: string }> {
  const digest = createHash('sha256')
  let bytes = 0
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      digest.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(source, watch, target)
  return { bytes, sha256: digest.digest('hex') }
}

async function digestOf(path: string): Promise<{ bytes: number; sha256: string }> {
  const digest = createHash('sha256')
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer)
  return { bytes: statSync(path).size, sha256: digest.digest('hex') }
}
