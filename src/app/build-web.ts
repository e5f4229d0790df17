import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Text } from '#platform/text.ts'
import { webFolder } from './routes/pages.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const stampFile = join(webFolder, 'built-from')

/** Builds the pages where they were never built, or from other sources. */
export async function buildWebIfNeeded(say: (text: Text) => void): Promise<void> {
  const sources = digestOfSources()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sources) return
  say({ zh: '正在构建页面（仅首次）', en: 'Building the pages (once)' })
  const vite = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn']
  await run(vite)
  await run([...vite, '--ssr'])
  writeFileSync(stampFile, sources)
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
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`building the pages failed (${code})`)),
    )
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildWebIfNeeded((text) => void process.stdout.write(`${text.zh}  ·  ${text.en}\n`))
}
