import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export type Running = { readonly pid: number; stop(): Promise<void> }

const alive = new Set<ChildProcess>()
// A Ctrl-C leaves nothing behind: asked, not killed, so that a server can stop its database.
process.on('exit', () => alive.forEach((child) => child.kill('SIGTERM')))

/** Starts a program that stays; what it says is kept for the error where it ends by itself. */
export function start(
  program: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Running & {
  failed: Promise<never>
} {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  alive.add(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => void (said = (said + piece.toString()).slice(-4000)))
  const ended = once(child, 'exit').then(([code]) => {
    alive.delete(child)
    return code as number | null
  })
  let stopping = false
  const failed = ended.then(async (code): Promise<never> => {
    if (stopping) return new Promise(() => {})
    throw new Error(`${program} ${args.join(' ')} ended with ${code}:\n${said}`)
  })
  failed.catch(() => {})
  const stop = async () => {
    stopping = true
    child.kill('SIGTERM')
    const inTime = await Promise.race([ended.then(() => true), wait(15_000, false, { ref: false })])
    if (!inTime) child.kill('SIGKILL')
    await ended
  }
  return { pid: child.pid ?? 0, stop, failed }
}

/** Runs a program to its end and answers what it said; throws where it fails or takes longer. */
export async function run(
  program: string,
  args: readonly string[],
  options: SpawnOptions & { readonly seconds: number },
): Promise<string> {
  const { seconds, ...rest } = options
  const child = spawn(program, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] })
  alive.add(child)
  const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (piece: Buffer) => void (said += piece.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  clearTimeout(timer)
  alive.delete(child)
  if (code !== 0) throw new Error(`${program} ended with ${code}:\n${said.slice(-2000)}`)
  return said
}

/** Asks until it answers 200; answers the seconds that it took. */
export async function untilAnswers(
  address: string,
  within: number,
  failed: Promise<never>,
  headers: Readonly<Record<string, string>> = {},
): Promise<number> {
  const began = performance.now()
  while (performance.now() - began < within * 1000) {
    const ask = fetch(address, { headers, signal: AbortSignal.timeout(5_000) }).then(
      async (answer) => (await answer.arrayBuffer(), answer.status === 200),
      () => false,
    )
    if (await Promise.race([ask, failed])) return (performance.now() - began) / 1000
    await Promise.race([wait(25), failed])
  }
  throw new Error(`${address} did not answer within ${within} s`)
}

/** A port of the loopback that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}
