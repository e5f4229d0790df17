import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeScaffoldedCopy, type ScaffoldedCopy } from './scaffolded-copy.ts'

let copy: ScaffoldedCopy

beforeAll(() => void (copy = makeScaffoldedCopy('quiet-reading')))
afterAll(() => copy.remove())

// The linter tells the compiler's faults too, and here looks only at what is new or changed: to check the whole house from
// nothing, as `npm run check` has done, takes five times as long.
test('a new programme is formatted, type-checks and keeps every boundary', { timeout: 240_000 }, () => {
  copy.run('oxfmt', '--check', 'src/programmes/quiet-reading', 'src/app')
  const changed = ['src/programmes/quiet-reading', 'src/app/modules.ts', 'src/app/pages.ts']
  copy.run('oxlint', '--type-aware', '--type-check', ...changed)
  copy.run('oxlint', 'src/app')
})

test('a name that is taken, or no name, is refused', () => {
  expect(() => copy.run('node', 'src/app/scaffold/new.ts', 'programme', 'quiet-reading')).toThrow(
    /exists already/,
  )
  expect(() => copy.run('node', 'src/app/scaffold/new.ts', 'programme', 'Quiet Reading')).toThrow(
    /green-travel/,
  )
})
