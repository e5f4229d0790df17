import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { makeWorld, type Client, type World } from '#tests/world.ts'
import { greenTravel } from '../contract.ts'
import { accountOf, companyMachine, plantMember } from './testing/members.ts'
import { plantProgramme, plantVoucher, type TestProgramme } from './testing/plant-programme.ts'
import { key, reason, staffCommands } from './testing/staff-commands.ts'

let world: World
let programme: TestProgramme
let member: Client
beforeAll(async () => {
  world = await makeWorld()
  programme = await plantProgramme(world)
  member = (await plantMember(world, programme, 900)).client
})
afterAll(() => world.close())

const label = (id: string) => id.replaceAll('-', '')
const officer = (unit: string, ...permissions: string[]) =>
  world.as(
    accountOf(
      { bk: 1, id: newId() },
      permissions.map((permission) => ({ permission, unit })),
    ),
  )
const nextDoor = () =>
  officer(
    `root.${label(programme.city.otherCounty)}`,
    'green-travel.run',
    'green-travel.budget',
    'green-travel.read',
  )

test.each(staffCommands)(
  '%s: at home yes; next door, a member and a stranger no',
  async (_name, permission, run) => {
    await expect(run(world.nobody, programme)).rejects.toMatchObject({ status: 401 })
    await expect(run(member, programme)).rejects.toMatchObject({ status: 403 })
    await expect(run(nextDoor(), programme)).rejects.toMatchObject({ status: 403 })
    await run(officer('root', permission), programme)
  },
)

test('revokeVoucher: at home yes; next door, a member and a stranger no', async () => {
  const { id } = await plantVoucher(world, programme, { day: '2026-11-23' })
  const revoke = (client: Client) => client.call(greenTravel.revokeVoucher, { voucher: id, reason })
  await expect(revoke(world.nobody)).rejects.toMatchObject({ status: 401 })
  await expect(revoke(member)).rejects.toMatchObject({ status: 403 })
  await expect(revoke(nextDoor())).rejects.toMatchObject({ status: 403 })
  expect(await revoke(officer(`root.${label(programme.city.county)}`, 'green-travel.run'))).toEqual({})
  await expect(revoke(officer('root', 'green-travel.run'))).rejects.toMatchObject({ code: 'voucher-ended' })
})

test('a budget is read within reach', async () => {
  const read = (client: Client) => client.call(greenTravel.listBudgets, {})
  const atHome = await read(officer('root', 'green-travel.read'))
  expect(atHome.rows.find(({ id }) => id === 1)).toMatchObject({ paused: true, runsOut: null })
  expect(atHome.rows.find(({ id }) => id === 1)!.reservedFen).toBe(4 * 99)
  expect((await read(nextDoor())).rows).toEqual([])
  await expect(read(member)).rejects.toMatchObject({ status: 403 })
  await expect(nextDoor().call(greenTravel.getBudget, { id: 1 })).rejects.toMatchObject({ status: 403 })
  const detail = await officer('root', 'green-travel.read').call(greenTravel.getBudget, { id: 1 })
  expect(detail).toMatchObject({
    events: [{ kind: 'paused' }],
    appropriations: [{ amountFen: 500 }, { amountFen: 1_000_000 }],
  })
})

test('while a budget is paused nobody is given a voucher', async () => {
  await expect(member.call(greenTravel.issueVoucher, { deviceKey: key })).rejects.toMatchObject({
    code: 'paused',
  })
})

test('a machine key authorises for its own company and for what it is scoped to, and nobody else does', async () => {
  const { id } = await plantVoucher(world, programme, { day: '2026-11-23' })
  const ride = { voucher: id, counter: 1, takenAt: '2026-11-23T02:00:00Z', reader: 'R1' }
  const ask = (client: Client) => client.call(greenTravel.authoriseRide, ride)
  await expect(ask(world.nobody)).rejects.toMatchObject({ status: 401 })
  await expect(ask(member)).rejects.toMatchObject({ status: 403 })
  await expect(ask(officer('root', 'green-travel.run'))).rejects.toMatchObject({ status: 403 })
  const wrongScope = companyMachine(world, programme.companyUnit, ['green-travel.authorise-rides'])
  await expect(ask(wrongScope)).rejects.toMatchObject({ status: 403 })
  const other = companyMachine(world, programme.otherCompanyUnit, ['green-travel.authorise-ride'])
  expect(await ask(other)).toMatchObject({ result: 'reader-unknown' })
  const own = companyMachine(world, programme.companyUnit, ['green-travel.authorise-ride'])
  expect(await ask(own)).toMatchObject({ result: 'accepted' })
  const { rows } = await world.owner.pool.query(`select operation, outcome, detail, input from audit.line
    where operation = 'green-travel.authorise-ride' and actor_kind = 'partner' and outcome = 'done' order by at desc limit 1`)
  expect(rows[0]).toMatchObject({
    detail: { result: 0 },
    input: { voucher: '•', counter: '•', reader: 'R1' },
  })
})

/** A person's own: whoever has no person behind their account is refused, and so is a stranger; nobody names another. */
const own: readonly [string, (client: Client) => Promise<unknown>][] = [
  ['myRiding', (client) => client.call(greenTravel.myRiding, {})],
  ['myRides', (client) => client.call(greenTravel.myRides, {})],
  ['voucherUse', (client) => client.call(greenTravel.voucherUse, { vouchers: [] })],
  ['issueVoucher', (client) => client.call(greenTravel.issueVoucher, { deviceKey: key })],
  ['revokeMyVouchers', (client) => client.call(greenTravel.revokeMyVouchers, {})],
]

test('the budget goes on, and vouchers have a key that can sign', async () => {
  await world.system.call(greenTravel.rotateSigningKey, {})
  const resumed = { budget: 1, paused: false, reason }
  expect(await officer('root', 'green-travel.run').call(greenTravel.pauseBudget, resumed)).toEqual({
    paused: false,
  })
})

test.each(own)(
  '%s: a member yes; a machine, an account without a person and a stranger no',
  async (_name, run) => {
    const nameless = accountOf({ bk: 1, id: newId() }, [{ permission: 'green-travel.run', unit: 'root' }])
    await expect(run(world.nobody)).rejects.toMatchObject({ status: 401 })
    await expect(run(companyMachine(world, programme.companyUnit, []))).rejects.toMatchObject({ status: 403 })
    await expect(run(world.as({ ...nameless, person: null } as typeof nameless))).rejects.toMatchObject({
      status: 403,
    })
    await run(member)
  },
)

test('what one member holds another neither sees nor revokes', async () => {
  const other = (await plantMember(world, programme, 901)).client
  await other.call(greenTravel.issueVoucher, { deviceKey: key })
  const { rows } = await world.owner.pool.query<{ id: number }>(
    'select id from green_travel.voucher order by issued_at desc limit 1',
  )
  const number = Number(rows[0]!.id)
  const uses = (client: Client) => client.call(greenTravel.voucherUse, { vouchers: [number] })
  expect((await uses(other)).vouchers).toHaveLength(1)
  const seen = await uses(member)
  expect(seen.vouchers).toEqual([])
  await member.call(greenTravel.revokeMyVouchers, {})
  expect(await other.call(greenTravel.revokeMyVouchers, {})).toEqual({ revoked: 1 })
})

/** The machine's operator alone, at the command line and in jobs. */
const operators: readonly [string, (client: Client) => Promise<unknown>][] = [
  ['closeDays', (client) => client.call(greenTravel.closeDays, {})],
  ['rotateSigningKey', (client) => client.call(greenTravel.rotateSigningKey, {})],
  ['purgeMonth', (client) => client.call(greenTravel.purgeMonth, { month: '2024-01' })],
]

test.each(operators)(
  '%s: the operator yes; the highest officer, a member and a stranger no',
  async (_name, run) => {
    await expect(run(world.nobody)).rejects.toMatchObject({ status: 403 })
    await expect(run(member)).rejects.toMatchObject({ status: 403 })
    await expect(run(officer('root', 'green-travel.run', 'green-travel.budget'))).rejects.toMatchObject({
      status: 403,
    })
    await run(world.system)
  },
)

test('authoriseRides: its own machine yes; another scope, an officer, a member and a stranger no', async () => {
  const { id } = await plantVoucher(world, programme, { day: '2026-11-23' })
  const rides = [{ voucher: id, counter: 1, takenAt: '2026-11-23T02:00:00Z', reader: 'R1' }]
  const ask = (client: Client) => client.call(greenTravel.authoriseRides, { rides })
  await expect(ask(world.nobody)).rejects.toMatchObject({ status: 401 })
  await expect(ask(member)).rejects.toMatchObject({ status: 403 })
  await expect(ask(officer('root', 'green-travel.run'))).rejects.toMatchObject({ status: 403 })
  const wrong = companyMachine(world, programme.companyUnit, ['green-travel.authorise-ride'])
  await expect(ask(wrong)).rejects.toMatchObject({ status: 403 })
  const right = companyMachine(world, programme.companyUnit, ['green-travel.authorise-rides'])
  expect((await ask(right)).answers).toMatchObject([{ result: 'accepted' }])
})
