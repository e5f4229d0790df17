import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { SYSTEM_FOLDER } from './cluster-home.ts'
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from './embedded-postgres.ts'
import { findPostmaster } from './postmaster.ts'
import { isRoot } from './runner.ts'
import { findReadableTree, makeTestFolder } from './testing/folders.ts'
import { query } from './testing/query.ts'
import { startServerProcess } from './testing/server-process.ts'

beforeEach(({ skip }) =>
  skip(!isRoot(), 'only root can act as another user; without root, the other files are that case'),
)

const OTHER_UID = 1234

async function start(dataFolder: string, onProgress?: EmbeddedPostgresOptions['onProgress']) {
  const database = await startEmbeddedPostgres({
    dataFolder,
    mode: 'serve',
    ...(onProgress && { onProgress }),
  })
  onTestFinished(database.stop)
  return database
}

async function readPointer(dataFolder: string): Promise<string> {
  const text = await readFile(join(dataFolder, 'database', 'moved-to.json'), 'utf8')
  const { folder } = JSON.parse(text) as { folder: string }
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

it('runs as root under an unprivileged uid', async () => {
  const dataFolder = await makeTestFolder()
  await start(dataFolder)
  const cluster = join(dataFolder, 'database', 'cluster')
  const postmaster = await findPostmaster(cluster)
  expect((await stat(cluster)).uid).toBe(65534)
  expect((await stat(`/proc/${postmaster?.pid}`)).uid).toBe(65534)
})

it('moves the cluster out of a closed folder, leaves a pointer, says so, and comes back to it', async () => {
  const dataFolder = join(await makeTestFolder(0o700), 'data')
  const said: string[] = []
  const first = await start(dataFolder, ({ zh, en }) => said.push(zh, en))
  const folder = await readPointer(dataFolder)
  expect(dirname(folder)).toBe(SYSTEM_FOLDER)
  expect(said.filter((text) => text.includes(folder))).toHaveLength(2)
  await query(first.owner, 'create table kept as select 7 as number')
  await first.stop()

  const second = await start(dataFolder)
  expect(await query(second.owner, 'select number from kept')).toEqual([{ number: 7 }])
  await second.stop()
  await rm(folder, { recursive: true })
  await expect(start(dataFolder)).rejects.toMatchObject({ code: 'database-moved-away' })
})

it('begins empty when the closed data folder was deleted, and keeps what it finds of it', async () => {
  const dataFolder = join(await makeTestFolder(0o700), 'data')
  const first = await start(dataFolder)
  const folder = await readPointer(dataFolder)
  await query(first.owner, 'create table gone as select 7 as number')
  await first.stop()
  await rm(dataFolder, { recursive: true })

  const left: string[] = []
  const second = await start(dataFolder, ({ en }) => left.push(...(en.match(/\S+-left-\d+/g) ?? [])))
  onTestFinished(() => rm(left[0] ?? '', { recursive: true, force: true }))
  expect(await query(second.owner, `select to_regclass('gone') as rows`)).toEqual([{ rows: null }])
  expect(left).toHaveLength(1)
  expect(left[0]).toContain(folder)
  expect(existsSync(left[0] ?? '')).toBe(true)
})

it('names the folder that was closed after the database had been made', async () => {
  const parent = await makeTestFolder()
  const dataFolder = join(parent, 'data')
  await (await start(dataFolder)).stop()
  await chmod(parent, 0o700)
  await expect(start(dataFolder)).rejects.toThrow(`chmod o+x ${parent}`)
})

it('serves an ordinary user without a home, and root after that user', async () => {
  const dataFolder = join(await makeTestFolder(0o755), 'data')
  await mkdir(dataFolder, { mode: 0o700 })
  await chown(dataFolder, OTHER_UID, OTHER_UID)
  const server = startServerProcess(dataFolder, { uid: OTHER_UID, ...(await findReadableTree(OTHER_UID)) })
  await server.waitFor('written 10')
  server.child.kill('SIGTERM')
  await server.ended
  expect((await stat(join(dataFolder, 'database', 'cluster'))).uid).toBe(OTHER_UID)

  const { owner } = await start(dataFolder)
  const [{ kept } = { kept: 0 }] = await query(owner, 'select count(*)::int as kept from written')
  expect(kept).toBeGreaterThanOrEqual(10)
})

it('tells another user whose database it is', async () => {
  const dataFolder = await makeTestFolder()
  await (await start(dataFolder)).stop()
  const server = startServerProcess(dataFolder, { uid: OTHER_UID, ...(await findReadableTree(OTHER_UID)) })
  expect(await server.waitFor('failed')).toContain('无法建立或写入')
})

it('refuses a socket folder that somebody else put there first', async () => {
  const dataFolder = await makeTestFolder()
  const { owner, stop } = await start(dataFolder)
  await stop()
  await mkdir(owner.host, { mode: 0o777 })
  onTestFinished(() => rmdir(owner.host))
  await chown(owner.host, OTHER_UID, OTHER_UID)
  await expect(start(dataFolder)).rejects.toMatchObject({
    code: 'database-socket-folder-taken',
    en: expect.stringContaining(`belongs to user ${OTHER_UID}`),
  })
})
