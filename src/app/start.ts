import { existsSync } from 'node:fs'
import type { Config } from '#platform/config.ts'
import { Failure } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { buildWebIfNeeded } from './build-web.ts'
import { keepCompiledCode } from './compiled-code.ts'

keepCompiledCode()

/** `npm start`: builds what must be built once, starts the database, fills it when new, serves, prints the address. */
async function start(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const { readConfig } = await import('#platform/config.ts')
  const config = readConfig(process.env)
  const say = (text: Text) => process.stdout.write(`  ${text.zh}  ·  ${text.en}\n`)
  // The pages are built by processes of their own, and the database is made by one, while the rest is loaded here.
  const [opened, { serve }] = await Promise.all([open(config, say), load(), buildWebIfNeeded(say)])
  const served = await serve(opened)
  stopOnSignals(served.close)
  announce(config, served.address, opened.installation.kind)
}

async function open(config: Config, say: (text: Text) => void) {
  const [{ openApplication }, { makeLog }] = await Promise.all([import('./open.ts'), import('./log.ts')])
  return openApplication({ config, log: makeLog(config), mode: 'serve', onProgress: say })
}

const load = () => import('./serve.ts')

function announce(config: Config, address: string, kind: 'demo' | 'real'): void {
  const seconds = (performance.now() / 1000).toFixed(1)
  process.stdout.write(`\n  振翼 Zhenyi  ${address}  (${seconds} s)\n`)
  if (kind === 'demo') {
    process.stdout.write('  演示数据，均为虚构  ·  Demo data, all of it invented\n')
  } else if (!config.production) {
    process.stdout.write(
      '  真实数据库，但未设 NODE_ENV=production  ·  A real database without NODE_ENV=production\n',
    )
  }
  process.stdout.write('  按 Ctrl-C 停止  ·  Ctrl-C stops it\n\n')
}

function stopOnSignals(close: () => Promise<void>): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

function fail(error: unknown): never {
  const told = error instanceof Failure ? error.text : (error as { zh?: string; en?: string })
  if (typeof told.zh === 'string' && typeof told.en === 'string')
    process.stderr.write(`\n${told.zh}\n\n${told.en}\n`)
  else process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
}

start().catch(fail)
