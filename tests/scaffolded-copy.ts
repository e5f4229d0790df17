import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A fresh copy of the sources, in which a programme is scaffolded and every check is run. */
const root = resolve(import.meta.dirname, '..')
const parts = [
  'src',
  'tests',
  'tools',
  'bench',
  'package.json',
  'tsconfig.json',
  'oxlint.config.ts',
  '.oxfmtrc.json',
  'vitest.config.ts',
  'vite.config.ts',
]

export type ScaffoldedCopy = {
  /** Runs an installed program there and answers what it printed; throws where it fails. */
  readonly run: (command: string, ...args: string[]) => string
  remove(): void
}

export function makeScaffoldedCopy(programme: string): ScaffoldedCopy {
  const copy = mkdtempSync(join(tmpdir(), 'zhenyi-scaffold-'))
  const run = (command: string, ...args: string[]) =>
    execFileSync(join(root, 'node_modules/.bin', command), args, {
      cwd: copy,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  run('node', 'src/app/scaffold/new.ts', 'programme', programme)
  return { run, remove: () => rmSync(copy, { recursive: true, force: true }) }
}
