import { configDefaults, defineConfig } from 'vitest/config'
import { withoutDatabase } from './tools/without-database.ts'

/** Each acts as a person in a browser, on one platform for the run; the rest need a database only. */
const JOURNEYS = 'tests/journeys/**/*.test.ts'

/** Needs three nodes that no machine has by itself (docs/scale/README.md). */
const CITUS = 'tests/faults/citus.test.ts'
const leftOut = process.env['CITUS_URL'] === undefined ? [CITUS] : []
if (leftOut.length > 0) console.warn(`${CITUS} is left out: CITUS_URL names no cluster`)

const CODE = ['src/**/*.test.ts', 'tests/**/*.test.ts']

// CI's second engine leaves out what the first has proved for both (.ci/run).
if (process.env['TESTS'] === 'that-meet-the-database')
  leftOut.push(...withoutDatabase(import.meta.dirname, CODE))

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A page on a busy machine takes longer than the second that a poll waits by itself.
    expect: { poll: { timeout: 15_000, interval: 100 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'code',
          include: CODE,
          exclude: [...configDefaults.exclude, JOURNEYS, ...leftOut],
          globalSetup: ['tests/global-setup.ts'],
          // Every core: left to itself, one of two would stand idle.
          maxWorkers: '100%',
          // The files of one worker share what they import: the house is read once a worker, not once a file.
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: [JOURNEYS],
          globalSetup: ['tests/journeys/platform.ts'],
          // Each worker has a city of its own, in which one counts what another added before.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
          // Of the tests of one file that say they are concurrent.
          maxConcurrency: 3,
          testTimeout: 120_000,
          expect: { poll: { timeout: 15_000, interval: 100 } },
          // Once more, where a busy machine made a browser late; a fault fails twice.
          retry: 1,
        },
      },
    ],
  },
})
