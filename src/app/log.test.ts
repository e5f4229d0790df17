import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { makeLog } from './log.ts'

let world: World
beforeAll(async () => void (world = await makeWorld()))
afterAll(() => world.close())

test('a row that the database refused stands in no log', async () => {
  const lines: string[] = []
  const log = makeLog({ logLevel: 'info' }, { write: (line) => void lines.push(line) })
  const error: unknown = await world.owner.pool
    .query(`insert into platform.installation (id, kind, adcode, only_one)
      values (gen_random_uuid(), '张三', '410400', true)`)
    .catch((refused: unknown) => refused)
  expect(error).toMatchObject({ detail: expect.stringContaining('张三') })
  log.error({ err: error }, 'a bug')
  expect(lines.join('')).toContain('installation_kind_check')
  expect(lines.join('')).not.toContain('张三')
})
