import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { query } from './query.ts'
import { startThrowawayPostgres } from './throwaway-postgres.ts'

it('gives a database that does not wait for the disk and is gone afterwards', async () => {
  const { owner, server, stop } = await startThrowawayPostgres({ settings: { work_mem: '7MB' } })
  const settings = `select current_setting('fsync') as fsync, current_setting('work_mem') as work_mem, current_user::text as who`
  expect(await query(server, settings)).toEqual([{ fsync: 'off', work_mem: '7MB', who: 'zhenyi_app' }])
  await query(owner, 'create database copied template zhenyi')
  expect(await query({ ...owner, database: 'copied' }, 'select 1 as one')).toEqual([{ one: 1 }])
  await stop()
  expect(existsSync(owner.host)).toBe(false)
  await expect(query(owner, 'select 1')).rejects.toThrow()
})
