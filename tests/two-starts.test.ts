import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { migrate } from '#platform/database/migrate.ts'
import { newId } from '#platform/ids.ts'
import type { Module } from '#platform/module.ts'
import { fillNewDatabase } from '#app/fill.ts'
import { modules } from '#app/modules.ts'
import { withDatabase } from './global-setup.ts'
import { testConfig } from './world.ts'

test('two servers that start on one empty database migrate and fill it once; the second waits and says so', async () => {
  const admin = new pg.Client(inject('database'))
  const name = `zhenyi_twice_${newId().slice(-12)}`
  await admin.connect()
  await admin.query(`create database ${name}`)
  try {
    const owner = withDatabase(inject('database'), name)
    const [one, two] = await Promise.all([migrate(owner, modules), migrate(owner, modules)])
    expect(one).toEqual(two)
    expect(one.pending).toEqual([])
    let planted = 0
    const said: string[] = []
    // Slow enough that both are under way at once.
    const slow = {
      ...modules[0]!,
      plant: async () => {
        planted += 1
        await new Promise((resolve) => void setTimeout(resolve, 300))
      },
    } satisfies Module
    const fill = () =>
      fillNewDatabase({
        config: testConfig({ cityData: 'empty' }),
        owner,
        modules: [slow],
        today: new Date('2026-11-28T00:00:00Z'),
        onProgress: ({ en }) => void said.push(en),
      })
    await Promise.all([fill(), fill(), fill()])
    expect(planted).toBe(1)
    expect(said).toContain('Another process is filling this database; waiting for it…')
    const client = new pg.Client(owner)
    await client.connect()
    expect((await client.query('select kind from platform.installation')).rows).toEqual([{ kind: 'real' }])
    await client.end()
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.end()
  }
})
