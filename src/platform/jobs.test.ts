import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { contextOf, systemCaller } from './application.ts'
import { forgetCommandKeys } from './forget-command-keys.ts'
import { runJob, startJobs } from './jobs.ts'
import type { Job } from './module.ts'

let world: World
beforeAll(async () => void (world = await makeWorld()))
afterAll(() => world.close())

test('as many jobs as there are connections run at once, and none waits for another', async () => {
  world.app.database.pool.options.max = 1
  const ran: string[] = []
  const job = (name: string) => ({
    name,
    everySeconds: 60,
    run: async ({ db }: { db: typeof world.app.database.db }) => {
      await db.transaction().execute((inside) => sql`select 1`.execute(inside))
      ran.push(name)
    },
  })
  await Promise.all(['a', 'b', 'c'].map((name) => runJob(world.app, job(name))))
  expect(ran.sort()).toEqual(['a', 'b', 'c'])
  world.app.database.pool.options.max = 8
})

test('a job that is still at it is not begun again', async () => {
  let begun = 0
  const slow = {
    name: 'slow',
    everySeconds: 1,
    run: () => new Promise<void>((done) => setTimeout(done, 50, ++begun)),
  }
  await Promise.all([runJob(world.app, slow), runJob(world.app, slow)])
  expect(begun).toBe(1)
  await runJob(world.app, slow)
  expect(begun).toBe(2)
})

test('remembered commands are forgotten after a week', async () => {
  await world.owner.pool.query(`insert into platform.command_key (actor, key, operation, input_digest, at)
    select 'anonymous', 'remembered ' || days, 'a.b', '', timestamptz '2026-11-23T02:00:00Z' - days * interval '1 day'
    from unnest(array[6, 8]) as days`)
  await forgetCommandKeys(contextOf(world.app, systemCaller('test'), 'test'))
  const { rows } = await world.owner.pool.query('select key from platform.command_key')
  expect(rows).toEqual([{ key: 'remembered 6' }])
})

test('a stop waits for what ends when it is told to, and not for what never does', async () => {
  const heard: string[] = []
  const stuck = new AbortController()
  const job = (name: string, ends: boolean): Job => ({
    name,
    everySeconds: 0.01,
    run: (_, { signal }) =>
      new Promise<void>((done) => {
        heard.push(`${name} begun`)
        signal.addEventListener('abort', () => {
          heard.push(`${name} told`)
          if (ends) done()
        })
        stuck.signal.addEventListener('abort', () => done())
      }),
  })
  const jobs = [job('heeds', true), job('stuck', false)]
  const stop = startJobs({ ...world.app, modules: [{ ...world.app.modules[0]!, name: 'x', jobs }] }, 50)
  await expect.poll(() => heard.length).toBe(2)
  await stop()
  stuck.abort()
  expect(heard.sort()).toEqual(['heeds begun', 'heeds told', 'stuck begun', 'stuck told'])
})
