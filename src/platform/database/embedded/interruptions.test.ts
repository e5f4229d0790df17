import { existsSync } from 'node:fs'
import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { findPostmaster } from './postmaster.ts'
import { commandLine } from './process-identity.ts'
import { makeTestFolder } from './testing/folders.ts'
import { query } from './testing/query.ts'
import { type ServerProcess, startServerProcess } from './testing/server-process.ts'

async function start(dataFolder: string) {
  const database = await startEmbeddedPostgres({ dataFolder, mode: 'serve' })
  onTestFinished(database.stop)
  return database
}

const clusterOf = (dataFolder: string) => join(dataFolder, 'database', 'cluster')
const logOf = (dataFolder: string) => readFile(join(dataFolder, 'database', 'postgres.log'), 'utf8')

const acknowledgedBy = (server: ServerProcess) =>
  server.lines.filter((line) => line.startsWith('written ')).length

async function requirePostmasterPid(dataFolder: string): Promise<number> {
  const postmaster = await findPostmaster(clusterOf(dataFolder))
  if (postmaster === undefined) throw new Error('no database is running')
  return postmaster.pid
}

it.each(['the server', 'the server and its database'])(
  'keeps every acknowledged row when %s is killed',
  async (who) => {
    const dataFolder = await makeTestFolder()
    const server = startServerProcess(dataFolder)
    await server.waitFor('written 200')
    const orphan = await requirePostmasterPid(dataFolder)
    if (who !== 'the server') process.kill(orphan, 'SIGKILL')
    server.child.kill('SIGKILL')
    await server.ended
    const acknowledged = acknowledgedBy(server)

    const began = performance.now()
    const { owner } = await start(dataFolder)
    expect(performance.now() - began).toBeLessThan(5000)
    expect(await requirePostmasterPid(dataFolder)).not.toBe(orphan)
    expect(commandLine(orphan)).not.toContain(dataFolder)
    const [{ kept } = { kept: 0 }] = await query(owner, 'select count(*)::int as kept from written')
    // The row under way at the kill may have been committed without the word of it getting out.
    expect([acknowledged, acknowledged + 1]).toContain(kept)
  },
)

it('ends a query that outlived its killed database, instead of refusing to start', async () => {
  const dataFolder = await makeTestFolder()
  const first = await start(dataFolder)
  const endless = `do $$ begin for i in 1..2000000000 loop null; end loop; end $$`
  const outcome = query(first.owner, endless).catch((error: Error) => error.message)
  while (!(await query(first.owner, `select 1 from pg_stat_activity where query like 'do %'`)).length);
  process.kill(await requirePostmasterPid(dataFolder), 'SIGKILL')
  // As a new process would see it: the server that started it no longer holds its claim.
  await first.stop()
  const { owner } = await start(dataFolder)
  expect(await query(owner, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await outcome).toContain('terminated')
})

it.each(['SIGINT', 'SIGTERM'] as const)(
  'stops the database in order when %s reaches the whole process group',
  async (signal) => {
    const dataFolder = await makeTestFolder()
    const server = startServerProcess(dataFolder, { idle: true })
    await server.waitFor('ready')
    const postmaster = await requirePostmasterPid(dataFolder)
    process.kill(-server.pid, signal)
    expect(await server.ended).toBe(signal)
    expect(commandLine(postmaster)).toBe('')
    expect((await logOf(dataFolder)).trim().split('\n').at(-1)).toContain('database system is shut down')
  },
)

it('is not fooled by a postmaster.pid whose number now belongs to another process', async () => {
  const dataFolder = await makeTestFolder()
  await (await start(dataFolder)).stop()
  const stale = [process.pid, clusterOf(dataFolder), 1, 5432, '/tmp/nowhere', '', '  1 2', 'ready   '].join(
    '\n',
  )
  await writeFile(join(clusterOf(dataFolder), 'postmaster.pid'), stale)
  const { owner, joined } = await start(dataFolder)
  expect(joined).toBe(false)
  expect(await query(owner, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('begins anew where the first start was cut short', async () => {
  const dataFolder = await makeTestFolder()
  const unfinished = join(dataFolder, 'database', 'cluster.initialising-0a1b2c3d')
  await mkdir(unfinished, { recursive: true })
  await writeFile(join(unfinished, 'PG_VERSION'), '18\n')
  const { owner } = await start(dataFolder)
  expect(existsSync(unfinished)).toBe(false)
  expect(await query(owner, 'select current_database() as name')).toEqual([{ name: 'zhenyi' }])
})

it('survives a kill in the middle of the first start', async () => {
  const dataFolder = await makeTestFolder()
  const server = startServerProcess(dataFolder, { idle: true })
  // Half of a first start on a quiet machine; wherever it lands, the next start has to work.
  await new Promise((resolve) => setTimeout(resolve, 350))
  server.child.kill('SIGKILL')
  await server.ended
  const { owner } = await start(dataFolder)
  expect(await query(owner, 'select 1 as one')).toEqual([{ one: 1 }])
})

it('ends the database of a data folder that was deleted under it', async () => {
  const dataFolder = await makeTestFolder()
  const server = startServerProcess(dataFolder, { idle: true })
  await server.waitFor('ready')
  const orphan = await requirePostmasterPid(dataFolder)
  server.child.kill('SIGKILL')
  await server.ended
  await rm(join(dataFolder, 'database'), { recursive: true })
  const { owner } = await start(dataFolder)
  expect(commandLine(orphan)).toBe('')
  expect(await query(owner, `select to_regclass('written') as rows`)).toEqual([{ rows: null }])
})

it('shows the last lines of its log when the database cannot start', async () => {
  const dataFolder = await makeTestFolder()
  await (await start(dataFolder)).stop()
  await appendFile(join(clusterOf(dataFolder), 'postgresql.conf'), '\nno_such_parameter = 1\n')
  await expect(start(dataFolder)).rejects.toThrow(/unrecognized configuration parameter "no_such_parameter"/)
})

it('refuses a database of another major version instead of touching it', async () => {
  const dataFolder = await makeTestFolder()
  await (await start(dataFolder)).stop()
  await writeFile(join(clusterOf(dataFolder), 'PG_VERSION'), '17\n')
  await expect(start(dataFolder)).rejects.toMatchObject({ code: 'database-wrong-version' })
})
