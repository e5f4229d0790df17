import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { DataFolderInUse, type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts'
import { findPostmaster } from './postmaster.ts'
import { commandLine } from './process-identity.ts'
import { makeTestFolder } from './testing/folders.ts'
import { query } from './testing/query.ts'
import { startServerProcess } from './testing/server-process.ts'

async function start(dataFolder: string, options: Partial<EmbeddedPostgresOptions> = {}) {
  const database = await startEmbeddedPostgres({ dataFolder, mode: 'serve', ...options })
  onTestFinished(database.stop)
  return database
}

const clusterOf = (dataFolder: string) => join(dataFolder, 'database', 'cluster')

it('creates the database on first use and finds its rows again on the second', async () => {
  const dataFolder = join(await makeTestFolder(), 'not', 'yet', 'there')
  const said: string[] = []
  const first = await start(dataFolder, { onProgress: ({ zh, en }) => said.push(zh, en) })
  expect(said.join()).toContain('First start')
  expect(first).toMatchObject({ version: expect.stringMatching(/^18\./), joined: false })
  await query(first.owner, `create table greeting as select '振翼' as word`)
  await first.stop()

  said.length = 0
  const second = await start(dataFolder, { onProgress: ({ en }) => said.push(en) })
  expect(await query(second.owner, 'select word from greeting')).toEqual([{ word: '振翼' }])
  expect(said).toEqual([])
})

it('is durable, private, and gives the server a role that owns nothing', async () => {
  const { owner, server } = await start(await makeTestFolder(), {
    settings: { work_mem: '5MB', listen_addresses: '*' },
  })
  const names = [
    'fsync',
    'synchronous_commit',
    'full_page_writes',
    'listen_addresses',
    'jit',
    'work_mem',
    'server_encoding',
  ]
  const [settings] = await query(
    owner,
    `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(', ')}`,
  )
  expect(settings).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    listen_addresses: '',
    jit: 'off',
    work_mem: '5MB',
    server_encoding: 'UTF8',
  })
  const role = 'select rolsuper, rolcreatedb, rolcreaterole from pg_roles where rolname = current_user'
  expect(await query(server, role)).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false }])
  await expect(query(server, 'create table public.mine (id int)')).rejects.toThrow(/permission denied/)
})

it('knows the letters of Chinese, without which a similarity index would skip them', async () => {
  const { owner } = await start(await makeTestFolder())
  await query(owner, 'create extension pg_trgm')
  expect(await query(owner, `select similarity('总工会驿站', '总工会驿站') as same`)).toEqual([{ same: 1 }])
})

it('leaves no process and no socket behind when it stops, however often it is told to', async () => {
  const dataFolder = await makeTestFolder()
  const database = await start(dataFolder)
  const postmaster = await findPostmaster(clusterOf(dataFolder))
  expect(commandLine(postmaster?.pid ?? 0)).toContain(clusterOf(dataFolder))
  await Promise.all([database.stop(), database.stop()])
  expect(commandLine(postmaster?.pid ?? 0)).toBe('')
  expect(existsSync(database.owner.host)).toBe(false)
})

it('works in a folder whose path is longer than a socket may be', async () => {
  const folder = await makeTestFolder()
  const dataFolder = join(folder, '数据'.repeat(10), 'x'.repeat(150 - folder.length))
  expect(dataFolder.length).toBeGreaterThan(150)
  await mkdir(dataFolder, { recursive: true })
  const { owner } = await start(dataFolder)
  expect(await query(owner, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('refuses a second server and names the first, in this process and in another', async () => {
  const dataFolder = await makeTestFolder()
  const first = await start(dataFolder)
  const refusal = await startEmbeddedPostgres({ dataFolder, mode: 'serve' }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(DataFolderInUse)
  expect(refusal).toMatchObject({ pid: process.pid, code: 'data-folder-in-use' })
  const other = startServerProcess(dataFolder)
  expect(await other.waitFor('failed')).toContain(`正由另一个振翼服务使用（进程 ${process.pid}）`)
  expect(await query(first.owner, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('lets only one of several servers in that start at the same moment', async () => {
  const dataFolder = await makeTestFolder()
  const servers = [1, 2, 3].map(() => startServerProcess(dataFolder, { idle: true }))
  const outcomes = await Promise.all(
    servers.map((server) => Promise.race([server.waitFor('ready'), server.waitFor('failed')])),
  )
  expect(outcomes.filter((line) => line.startsWith('ready'))).toHaveLength(1)
  const winner = servers[outcomes.findIndex((line) => line.startsWith('ready'))]
  winner?.child.kill('SIGTERM')
  await winner?.ended
})

it('lets a command join the running database and leave it running', async () => {
  const dataFolder = await makeTestFolder()
  const server = await start(dataFolder)
  const command = await start(dataFolder, { mode: 'join-or-start' })
  expect(command.joined).toBe(true)
  expect(command.owner).toEqual(server.owner)
  await command.stop()
  expect(await query(server.owner, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('starts the database for one command alone and stops it after the last', async () => {
  const dataFolder = await makeTestFolder()
  const starter = await start(dataFolder, { mode: 'join-or-start' })
  const joiner = await start(dataFolder, { mode: 'join-or-start' })
  expect([starter.joined, joiner.joined]).toEqual([false, true])
  await starter.stop()
  expect(await query(joiner.owner, 'select 1 as one')).toEqual([{ one: 1 }])
  await joiner.stop()
  expect(await findPostmaster(clusterOf(dataFolder))).toBeUndefined()
})
