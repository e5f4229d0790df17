import { sql } from 'kysely'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import type { Module } from '#platform/module.ts'
import { fillNewDatabase } from '#app/fill.ts'
import { modules } from '#app/modules.ts'
import { withDatabase } from './global-setup.ts'
import { testConfig } from './world.ts'

test('a demo in which a row refers to nothing is refused as a whole, and one without such a row is not', async () => {
  const name = `zhenyi_fill_${newId().slice(-12)}`
  const admin = new pg.Client(inject('database'))
  await admin.connect()
  await admin.query(`create database ${name} template ${inject('template')} strategy file_copy`)
  const owner = withDatabase(inject('database'), name)
  const fill = (parent: string | null) => {
    const planting: Module = {
      ...modules[0]!,
      demo: async ({ db }) =>
        void (await sql`insert into organisations.organisation (id, path, parent_id, kind, name, adcode, state)
          values (${newId()}, ${parent === null ? 'root' : 'root.d'}, ${parent}, ${parent === null ? 'city-federation' : 'department'}, '测试总工会', '410400', 'active')`.execute(
          db,
        )),
    }
    return fillNewDatabase({
      config: testConfig({ cityData: 'demo' }),
      owner,
      modules: [planting],
      today: new Date('2026-11-28T00:00:00Z'),
      onProgress: () => {},
    })
  }
  const client = new pg.Client(owner)
  await client.connect()
  const counted = async () =>
    (await client.query('select from organisations.organisation union all select from platform.installation'))
      .rowCount
  try {
    await expect(fill(newId())).rejects.toThrow(/organisation_parent_id_fkey/)
    expect(await counted()).toBe(0)
    await fill(null)
    expect(await counted()).toBe(2)
  } finally {
    await client.end()
    await admin.query(`drop database ${name} with (force)`)
    await admin.end()
  }
})
