import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** A platform that serves what lies in a data folder, as `npm start` does. */
export type City = { readonly address: string; readonly logFile: string; stop(): Promise<void> }

const START = fileURLToPath(new URL('../../src/app/start.ts', import.meta.url))
const DIE_WITH_PARENT = new URL('die-with-parent.ts', import.meta.url).href
const START_SECONDS_MAX = 180
const STOP_SECONDS_MAX = 20

/** Starts it, and fills what is new. Throws with the end of its log where it does not answer in time. */
export async function startCity(folder: string, databaseUrl: string | undefined): Promise<City> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const logFile = join(folder, 'platform.log')
  // Written by the city itself: through a pipe of ours, a line said after our death would break it on its way out.
  const log = openSync(logFile, 'w')
  const child = spawn(process.execPath, ['--import', DIE_WITH_PARENT, START], {
    // Not the repository's root, so that a developer's .env has no say here.
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      PORT: String(port),
      DATA_DIR: folder,
      CITY_DATA: 'demo',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  try {
    await untilHealthy(address, child)
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`${String(error)}\n${readFileSync(logFile, 'utf8').slice(-4000)}`, { cause: error })
  }
  return { address, logFile, stop: () => stop(child) }
}

async function untilHealthy(address: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_SECONDS_MAX * 1000
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the platform ended with ${child.exitCode}`)
    const answer = await fetch(`${address}/api/health`).catch(() => undefined)
    if (answer?.status === 200) return
    await pause(250)
  }
  throw new Error(`the platform did not answer within ${START_SECONDS_MAX} s`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const isGone = await Promise.race([
    gone.then(() => true),
    pause(STOP_SECONDS_MAX * 1000, false, { ref: false }),
  ])
  if (!isGone) child.kill('SIGKILL')
}

/** Asked for and given back, so that the address is known before the start: QR codes bear it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
