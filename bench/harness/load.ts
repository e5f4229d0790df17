import { writeFileSync } from 'node:fs'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findProgram } from './find-program.ts'
import { run } from './processes.ts'

export type Load = {
  readonly origin: string
  /** Asked in turn; each a path with its query. */
  readonly paths: readonly string[]
  readonly headers?: Readonly<Record<string, string>>
  readonly connections: number
  readonly seconds: number
  /** For wrk's list of requests. */
  readonly folder: string
}

/** Answers a second, of which none was refused: a load that meets an error throws. */
export type Loaded = { readonly rate: number; readonly p50Ms: number; readonly p99Ms: number }

const wrk = findProgram('wrk')
const script = fileURLToPath(new URL('./requests.lua', import.meta.url))

/** Says which client makes the load; rates of different clients do not compare. */
export const loadClient = wrk === undefined ? 'node client' : 'wrk'

export const makeLoad = (load: Load): Promise<Loaded> =>
  wrk === undefined ? loadByNode(load) : loadByWrk(wrk, load)

async function loadByWrk(program: string, load: Load): Promise<Loaded> {
  const { origin, paths, headers = {}, connections, seconds, folder } = load
  const requests = join(folder, 'requests.txt')
  writeFileSync(requests, paths.join('\n'))
  const said = await run(
    program,
    ['-t1', `-c${connections}`, `-d${seconds}s`, '-s', script, origin, requests, ...headerLines(headers)],
    { seconds: seconds + 20 },
  )
  const line = said.split('\n').find((it) => it.startsWith('{'))
  if (line === undefined) throw new Error(`wrk said nothing of use:\n${said}`)
  const seen = JSON.parse(line) as Loaded & { failed: number }
  if (seen.failed > 0) throw new Error(`${seen.failed} requests failed:\n${said}`)
  return seen
}

const headerLines = (headers: Readonly<Record<string, string>>) =>
  Object.entries(headers).map(([name, value]) => `${name}: ${value}`)

async function loadByNode(load: Load): Promise<Loaded> {
  const { origin, paths, connections, seconds, headers = {} } = load
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const began = performance.now()
  const until = began + seconds * 1000
  const milliseconds: number[] = []
  let next = 0
  const asker = async () => {
    while (performance.now() < until) {
      const sent = performance.now()
      await ask(`${origin}${paths[next++ % paths.length]}`, agent, headers)
      milliseconds.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: connections }, asker))
  agent.destroy()
  milliseconds.sort((a, b) => a - b)
  const at = (share: number) => milliseconds[Math.floor(milliseconds.length * share)] ?? 0
  const rate = milliseconds.length / ((performance.now() - began) / 1000)
  return { rate, p50Ms: at(0.5), p99Ms: at(0.99) }
}

function ask(address: string, agent: Agent, headers: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve, reject) => {
    get(address, { agent, headers }, (answer) => {
      answer.on('error', reject).on('end', resolve).resume()
      if (answer.statusCode !== 200) reject(new Error(`${address} answered ${answer.statusCode}`))
    }).on('error', reject)
  })
}
