import { chmodSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Bench } from '../harness/bench.ts'
import type { Measure } from '../harness/measure.ts'
import { freePort, run, start as startProcess, untilAnswers, type Running } from '../harness/processes.ts'
import { rounded, type Result } from '../harness/result.ts'

const FIRST_SECONDS = 20
const AGAIN_SECONDS = 3
const MEMORY_MB = 300
const WARM_UP = 300

/** Not what a clone has: installed (and linked here), built, filled, or somebody's own settings. */
const LEFT_OUT = new Set(['node_modules', 'dist', 'data', '.git', '.env'])

/** The demo city on an installed tree: its first start, its second, and the memory of the server after some use. */
export const start: Measure = {
  names: ['start.first', 'start.again', 'memory.demo'],
  run: async (bench) => {
    const tree = copyOfTree(bench)
    bench.say('the demo city, first start (builds the pages)')
    const first = await startDemo(tree)
    await first.stop()
    bench.say('the demo city, second start')
    const again = await startDemo(tree)
    const megabytes = await memoryAfterUse(again)
    await again.stop()
    return [
      within(
        'start.first',
        first.seconds,
        FIRST_SECONDS,
        'health and first page, pages built, new demo city',
      ),
      within('start.again', again.seconds, AGAIN_SECONDS, 'health and first page'),
      {
        name: 'memory.demo',
        value: rounded(megabytes),
        unit: 'MB',
        against: `${MEMORY_MB} MB`,
        ratio: rounded(MEMORY_MB / megabytes),
        target: 1,
        note: `resident, the server's process alone, after ${WARM_UP} calls of six kinds`,
      },
    ]
  },
}

const within = (name: string, seconds: number, limit: number, note: string): Result => ({
  name,
  value: rounded(seconds),
  unit: 's',
  against: `${limit} s`,
  ratio: rounded(limit / seconds),
  target: 1,
  note,
})

/** A tree in which nothing was built or started yet. */
function copyOfTree(bench: Bench): string {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const tree = mkdtempSync(join(tmpdir(), 'zhenyi-start-'))
  // The embedded database runs under another user where we are root, and must be able to pass.
  chmodSync(tree, 0o755)
  bench.onEnd(async () => rmSync(tree, { recursive: true, force: true }))
  for (const part of readdirSync(root)) {
    if (!LEFT_OUT.has(part)) cpSync(join(root, part), join(tree, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
  return tree
}

type Demo = Running & { readonly origin: string; readonly seconds: number }

async function startDemo(tree: string): Promise<Demo> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = {
    PATH: process.env['PATH'],
    HOME: tree,
    PORT: String(port),
    CITY_DATA: 'demo',
    LOG_LEVEL: 'warn',
  }
  const began = performance.now()
  const server = startProcess(process.execPath, ['--max-semi-space-size=8', 'src/app/start.ts'], {
    cwd: tree,
    env,
  })
  await untilAnswers(`${origin}/api/health`, 180, server.failed)
  await untilAnswers(origin, 10, server.failed)
  return { ...server, origin, seconds: (performance.now() - began) / 1000 }
}

const USES = [
  '/',
  '/api/health',
  '/api/stations/map-stations',
  '/api/stations/nearest?longitude=113.3&latitude=33.74&limit=20',
  '/api/access/me',
  '/api/openapi.json',
]

async function memoryAfterUse({ origin, pid }: Demo): Promise<number> {
  for (let call = 0; call < WARM_UP; call++) {
    const answer = await fetch(`${origin}${USES[call % USES.length]}`)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${USES[call % USES.length]} answered ${answer.status}`)
  }
  const kilobytes = Number(await run('ps', ['-o', 'rss=', '-p', String(pid)], { seconds: 5 }))
  return kilobytes / 1024
}
