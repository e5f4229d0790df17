import pg from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { modules } from '#app/modules.ts'
import { withDatabase } from '#tests/global-setup.ts'
import { newId } from '../ids.ts'
import { connect } from './connect.ts'
import { migrate, SERVER_ROLE } from './migrate.ts'

/** A login that owns a database and is no superuser, as a hosted PostgreSQL gives one; since 16 it may grant what it may not be. */
async function hostedDatabase(): Promise<pg.ClientConfig> {
  const server = inject('database')
  const name = `zhenyi_hosted_${newId().replaceAll('-', '').slice(-16)}`
  const admin = new pg.Client(server)
  await admin.connect()
  onTestFinished(async () => {
    await admin.query(`drop database if exists ${name} with (force)`)
    await admin.query(`drop role if exists ${name}`)
    await admin.end()
  })
  const { rows } = await admin.query<{ modern: boolean }>(
    `select current_setting('server_version_num')::int >= 160000 as modern`,
  )
  await admin.query(`create role ${name} login createrole password 'hosted'`)
  await admin.query(
    `grant ${SERVER_ROLE} to ${name} with admin ${rows[0]!.modern ? 'true, set false, inherit false' : 'option'}`,
  )
  await admin.query(`create database ${name} owner ${name}`)
  const { connectionString, ...target } = withDatabase(server, name)
  if (connectionString === undefined) return { ...target, user: name, password: 'hosted' }
  const url = new URL(connectionString)
  Object.assign(url, { username: name, password: 'hosted' })
  return { connectionString: url.href }
}

test('an owner who is no superuser migrates, and may then act as the server', async () => {
  const owner = await hostedDatabase()
  const { applied, pending } = await migrate(owner, modules)
  expect(applied).not.toHaveLength(0)
  expect(pending).toEqual([])
  const database = connect({
    connection: owner as pg.PoolConfig,
    poolSize: 1,
    prepare: true,
    role: SERVER_ROLE,
  })
  const { rows } = await database.pool.query('select current_user as acts')
  await database.close()
  expect(rows).toEqual([{ acts: SERVER_ROLE }])
})

test('migrating again changes nothing, and a file that was changed since is refused by name', async () => {
  const owner = await hostedDatabase()
  await migrate(owner, modules)
  const again = await migrate(owner, modules)
  const client = new pg.Client(owner)
  await client.connect()
  await client.query(`update platform.migration set digest = 'other' where name = $1`, [again.applied[0]])
  await client.end()
  await expect(migrate(owner, modules)).rejects.toMatchObject({
    code: 'migration',
    text: { en: expect.stringContaining(again.applied[0]!) },
  })
})
