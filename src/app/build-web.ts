import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants, setPriority } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Text } from '#platform/text.ts'
import { webFolder } from './web-folder.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const stampFile = join(webFolder, 'built-from')
const turnFile = join(root, 'dist/building')

/** Builds the pages where they were never built, or from other sources; of two starts at once the second waits. */
export async function buildWebIfNeeded(say: (text: Text) => void): Promise<void> {
  const sources = digestOfSources()
  const isBuilt = () => existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources
  while (!isBuilt()) {
    if (!takeTurn()) {
      await pause(300)
      continue
    }
    try {
      say({ zh: '正在构建页面（仅首次）', en: 'Building the pages (once)' })
      const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']
      await run(vite)
      await run([...vite, '--ssr'])
      writeFileSync(stampFile, sources)
    } finally {
      rmSync(turnFile, { force: true })
    }
  }
}

/** False while another living process builds; what a killed one left behind is taken over. */
function takeTurn(): boolean {
  mkdirSync(dirname(turnFile), { recursive: true })
  try {
    writeFileSync(turnFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    const pid = existsSync(turnFile) ? readFileSync(turnFile, 'utf8') : ''
    // Empty while its maker is about to write.
    if (pid !== '' && !isAlive(Number(pid))) rmSync(turnFile, { force: true })
    return false
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** By content, so that a clone, a copy or a container's layer with other times is not built again. */
function digestOfSources(): string {
  const files = globSync(
    '{src/**/*.{ts,tsx,css,svg,html},tools/build/*.ts,vite.config.ts,package-lock.json}',
    {
      cwd: root,
    },
  ).sort()
  const digest = createHash('sha256')
  for (const file of files) digest.update(`${file}\n`).update(readFileSync(join(root, file)))
  return digest.digest('hex')
}

function run(args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Vite runs beside us, so that its memory is gone when it ends.
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
    // The database is what a first start waits for; the pages take what it leaves. Threads that vite makes later inherit it.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`building the pages failed (${code})`)),
    )
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildWebIfNeeded((text) => void process.stdout.write(`${text.zh}  ·  ${text.en}\n`))
}
