import lighthouse, { type RunnerResult } from 'lighthouse'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { blockingCpuMs } from './harness/long-tasks.ts'
import { freePort, start, untilAnswers, type Running } from './harness/processes.ts'
import { rounded, toTable, type Result } from './harness/result.ts'

// `node bench/lighthouse.ts [folder]`: Lighthouse's mobile scores of the public pages, median of five. Apart from
// `npm run bench`, as it needs a browser and two quiet minutes. Reports are kept in the folder, where one is named.

const RUNS = 5
const TRIES = 3
const PAGES = ['/report', '/stations']
const LIMITS = { performance: 90, accessibility: 100 } as const
/** Told beside the scores, because a score on a busy machine says little and these say why. */
const TOLD = {
  fcp: 'first-contentful-paint',
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  si: 'speed-index',
  cls: 'cumulative-layout-shift',
} as const
type Category = keyof typeof LIMITS
type Scores = Record<Category, number>

/** Where reports and traces are kept, when a folder is named. */
const kept = process.argv[2]

const INSTALLED = '/usr/bin/chromium'

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhenyi-lighthouse-'))
  const { origin, stop } = await startDemo(folder)
  const port = await freePort()
  const browser = await chromium.launch({
    ...(existsSync(INSTALLED) && { executablePath: INSTALLED }),
    args: [`--remote-debugging-port=${port}`, '--no-sandbox', '--disable-gpu', '--disable-quic'],
  })
  try {
    const results: Result[] = []
    for (const page of PAGES) results.push(...(await measure(`${origin}${page}`, page, port)))
    process.stdout.write(`\n${toTable(results)}`)
    if (results.some(({ ratio, target }) => ratio === null || ratio < target)) process.exitCode = 1
  } finally {
    await browser.close()
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The pages as `npm start` builds them; a demo city is refused by NODE_ENV=production, which changes no page. */
async function startDemo(folder: string): Promise<Running & { readonly origin: string }> {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const program = fileURLToPath(new URL('../src/app/start.ts', import.meta.url))
  const server = start(process.execPath, [program], {
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      PORT: String(port),
      DATA_DIR: folder,
      CITY_DATA: 'demo',
      LOG_LEVEL: 'warn',
    },
  })
  await untilAnswers(`${origin}/api/health`, 180, server.failed)
  return { ...server, origin }
}

async function measure(address: string, page: string, port: number): Promise<Result[]> {
  const runs: Scores[] = []
  for (let run = 1; run <= RUNS; run++) {
    const scores = await scoresOf(address, port, `${page.slice(1)}-${run}`)
    runs.push(scores)
  }
  return (Object.keys(LIMITS) as Category[]).map((category) => {
    const value = median(runs.map((scores) => scores[category]))
    return {
      name: `lighthouse${page.replaceAll('/', '.')}.${category}`,
      value,
      unit: 'of 100',
      against: String(LIMITS[category]),
      ratio: rounded(value / LIMITS[category]),
      target: 1,
    }
  })
}

async function scoresOf(address: string, port: number, name: string): Promise<Scores> {
  const answer = await audited(address, port)
  const { audits, categories } = answer.lhr
  const score = (category: Category) => Math.round(100 * (categories[category]?.score ?? 0))
  const scores = { performance: score('performance'), accessibility: score('accessibility') }
  const told = Object.entries(TOLD).map(([short, id]) => `${short} ${audits[id]?.displayValue}`)
  const cpu = `cpu tbt ${blockingCpuMs(answer.artifacts.Trace.traceEvents as never, address)} ms`
  process.stderr.write(`  ${name}: ${JSON.stringify(scores)} ${[...told, cpu].join(', ')}\n`)
  if (kept !== undefined) {
    mkdirSync(kept, { recursive: true })
    writeFileSync(join(kept, `${name}.json`), JSON.stringify(answer.lhr))
    writeFileSync(join(kept, `${name}.trace.json`), JSON.stringify(answer.artifacts.Trace))
  }
  return scores
}

/** Tried again where the browser of a busy machine lost the trace; that says nothing about the page. */
async function audited(address: string, port: number, tries = TRIES): Promise<RunnerResult> {
  const answer = await lighthouse(address, { port, onlyCategories: Object.keys(LIMITS), logLevel: 'error' })
  if (answer === undefined) throw new Error(`Lighthouse gave no answer for ${address}`)
  const { runtimeError } = answer.lhr
  if (runtimeError === undefined) return answer
  if (tries === 1) throw new Error(`${address}: ${runtimeError.message}`)
  process.stderr.write(`  again, for ${runtimeError.code}\n`)
  return await audited(address, port, tries - 1)
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

await main()
