import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeWorld, type World } from '#tests/world.ts'
import { contextOf, systemCaller } from '#platform/application.ts'
import type { Actor, Context, PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Log } from '#platform/log.ts'
import { notifications } from '../contract.ts'
import { notify, type NewMessage, type Recipient } from '../index.ts'
import { purge } from './purge.ts'

let world: World
beforeAll(async () => void (world = await makeWorld()))
afterAll(() => world.close())

const somebody = (person: PersonKey | null = null): Extract<Actor, { kind: 'account' }> => ({
  kind: 'account',
  accountId: newId(),
  sessionId: null,
  person,
  name: '',
  roles: [],
  grants: [],
})

const message = (to: Recipient): NewMessage => ({
  to,
  kind: 'stations.report-answered',
  title: { zh: '您反映的问题有答复了', en: 'Your report was answered' },
  body: { zh: '门已打开', en: 'The door is open' },
  href: '/me/visits',
})

const context = (over: Partial<Context> = {}): Context => ({
  ...contextOf(world.app, systemCaller('test'), 'test'),
  ...over,
})

test('a message reaches the person, on every account of theirs, and nobody else', async () => {
  const person = { bk: 7, id: newId() }
  await notify(context(), message({ person }))
  const [first, second, other] = [somebody(person), somebody(person), somebody({ bk: 7, id: newId() })]
  for (const actor of [first, second]) {
    const mine = await world.as(actor).call(notifications.listMine, {})
    expect(mine).toMatchObject({
      total: 1,
      unread: 1,
      rows: [{ title: { zh: '您反映的问题有答复了' }, href: '/me/visits' }],
    })
  }
  expect(await world.as(other).call(notifications.listMine, {})).toEqual({ rows: [], total: 0, unread: 0 })
  await expect(world.nobody.call(notifications.listMine, {})).rejects.toMatchObject({ status: 401 })
})

test('an account without a person gets its messages too; reading one counts once, and only one’s own', async () => {
  const keeper = somebody()
  const ids = []
  for (let turn = 0; turn < 3; turn++)
    ids.push(await notify(context(), message({ accountId: keeper.accountId })))
  const client = world.as(keeper)
  expect(await world.as(somebody()).call(notifications.markRead, { ids })).toEqual({ marked: 0 })
  expect(await client.call(notifications.markRead, { ids: [ids[0]!] })).toEqual({ marked: 1 })
  expect(await client.call(notifications.markRead, { ids: [ids[0]!] })).toEqual({ marked: 0 })
  expect(await client.call(notifications.unreadCount, {})).toEqual({ unread: 2 })
  const unread = await client.call(notifications.listMine, { unreadOnly: true, pageSize: 1 })
  expect(unread).toMatchObject({ total: 2, unread: 2, rows: [{ id: ids[2] }] })
  expect(await client.call(notifications.markRead, {})).toEqual({ marked: 2 })
  await expect(world.nobody.call(notifications.markRead, {})).rejects.toMatchObject({ status: 401 })
})

test('an SMS goes out once the command is committed, not before', async () => {
  const waiting: Parameters<Context['afterCommit']>[0][] = []
  const lines: object[] = []
  const log: Log = { info: (fields) => void lines.push(fields), warn() {}, error() {} }
  const ctx = context({ log, afterCommit: (run) => void waiting.push(run) })
  const sms = { to: '13800000001', template: 'answered', values: {}, text: '您反映的问题有答复了' }
  await notify(ctx, { ...message({ accountId: newId() }), sms })
  expect(lines).toEqual([])
  for (const run of waiting) await run(ctx)
  expect(lines).toMatchObject([{ sms: { to: '138****0001', template: 'answered' } }])
})

test('a link leads to a page of ours and nowhere else', async () => {
  const elsewhere = { ...message({ accountId: newId() }), href: '//example.com/' }
  await expect(notify(context(), elsewhere)).rejects.toThrow(/href/)
})

test('messages go after a year', async () => {
  const keeper = somebody()
  const at = (day: string) => context({ now: new Date(day) })
  await notify(at('2025-11-22T00:00:00Z'), message({ accountId: keeper.accountId }))
  await notify(at('2025-11-24T00:00:00Z'), message({ accountId: keeper.accountId }))
  await purge(at('2026-11-23T02:00:00Z'))
  const { rows } = await world.as(keeper).call(notifications.listMine, {})
  expect(rows.map((row) => row.createdAt)).toEqual(['2025-11-24T00:00:00.000Z'])
})
