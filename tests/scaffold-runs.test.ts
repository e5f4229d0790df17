import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeScaffoldedCopy, type ScaffoldedCopy } from './scaffolded-copy.ts'

let copy: ScaffoldedCopy

beforeAll(() => void (copy = makeScaffoldedCopy('quiet-reading')))
afterAll(() => copy.remove())

test('the migration of a new programme runs and its own tests pass', { timeout: 240_000 }, () => {
  const output = copy.run('vitest', 'run', 'src/programmes/quiet-reading', 'tests/architecture.test.ts')
  expect(output).toMatch(/Tests\s.*passed/)
})
