import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A fresh copy of the sources, in which a programme is scaffolded and every check is run. */
const root = resolve(import.meta.dirname, '..')
const copy = mkdtempSync(join(tmpdir(), 'zhenyi-scaffold-'))
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

const run = (command: string, ...args: string[]) =>
  execFileSync(join(root, 'node_modules/.bin', command), args, { cwd: copy, encoding: 'utf8', stdio: 'pipe' })

beforeAll(() => {
  for (const part of parts) cpSync(join(root, part), join(copy, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  run('node', 'src/app/scaffold/new.ts', 'programme', 'quiet-reading')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

// Types are checked from nothing there, which takes a busy machine longer than other tests may.
test('a new programme is formatted, type-checks and keeps every boundary', { timeout: 240_000 }, () => {
  run('oxfmt', '--check', 'src/programmes/quiet-reading', 'src/app')
  run('tsc', '-p', '.')
  run('oxlint', 'src/programmes/quiet-reading', 'src/app')
})

test('its migration runs and its own tests pass', { timeout: 240_000 }, () => {
  const output = run('vitest', 'run', 'src/programmes/quiet-reading', 'tests/architecture.test.ts')
  expect(output).toMatch(/Tests\s.*passed/)
})

test('a name that is taken, or no name, is refused', () => {
  expect(() => run('node', 'src/app/scaffold/new.ts', 'programme', 'quiet-reading')).toThrow(/exists already/)
  expect(() => run('node', 'src/app/scaffold/new.ts', 'programme', 'Quiet Reading')).toThrow(/green-travel/)
})
