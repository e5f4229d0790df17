import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { review } from '#kernel/review/contract.ts'
import type { Actor } from '#platform/context.ts'
import type { Client } from '#tests/world.ts'
import { greenTravel } from '../../contract.ts'
import { grantedActor } from '../testing/actors.ts'
import {
  handIn,
  makeRideWorld,
  partner,
  plantRideVoucher,
  rideFile,
  send,
  sendAndRead,
} from '../testing/ride-files.ts'

let ground: Awaited<ReturnType<typeof makeRideWorld>>
let officer: Actor
let company: Actor
let member: Actor
beforeAll(async () => {
  ground = await makeRideWorld()
  company = partner(ground.programme)
  officer = await grantedActor(ground, '财务', 'finance-officer')
  member = { ...(officer as Extract<Actor, { kind: 'account' }>), accountId: newId(), grants: [], roles: [] }
})
afterAll(() => ground.close())

const own = () => company
const unit = () => ground.programme.companyUnit
const of = (month: string) => ({ companyUnit: unit(), month })

type Run = (client: Client) => Promise<unknown>

/** Each command at home, and refused next door, to a member and to a stranger. A record's own refusal is no right's. */
const commands: readonly [string, () => Actor, () => Promise<Run>][] = [
  [
    'sendScanFile',
    own,
    async () => {
      const fileId = await handIn(ground.world, ground.programme, own(), '#zhenyi-rides,1,R1,7,1795500000\n')
      return (client) => client.call(greenTravel.sendScanFile, { companyUnit: unit(), fileId })
    },
  ],
  [
    'pauseScanFile',
    own,
    async () => {
      const id = await send(ground.world, ground.programme, own(), '#zhenyi-rides,1,R1,8,1795500000\n')
      return (client) => client.call(greenTravel.pauseScanFile, { id })
    },
  ],
  [
    'resumeScanFile',
    own,
    async () => {
      const id = await send(ground.world, ground.programme, own(), '#zhenyi-rides,1,R1,9,1795500000\n')
      await ground.world.as(own()).call(greenTravel.pauseScanFile, { id })
      return (client) => client.call(greenTravel.resumeScanFile, { id })
    },
  ],
  [
    'sendClaim',
    own,
    async () => {
      const fileId = await handIn(
        ground.world,
        ground.programme,
        own(),
        '日期,线路,金额\n2026-10-05,101,0.99\n',
        'ride-claim',
        'a.csv',
      )
      return (client) => client.call(greenTravel.sendClaim, { ...of('2026-10'), fileId })
    },
  ],
  [
    'reconcileMonth',
    () => officer,
    async () => (client) => client.call(greenTravel.reconcileMonth, of('2026-10')),
  ],
  [
    'answerDifference',
    own,
    async () => {
      const { rows } = await ground.world.as(officer).call(greenTravel.listDifferences, of('2026-10'))
      const { caseId: id, id: difference } = rows[0]!
      await ground.world.as(officer).call(review.act, { id, seq: 1, move: 'dispute', reason: '没有刷卡记录' })
      return (client) => client.call(greenTravel.answerDifference, { id: difference, answer: '有纸质记录' })
    },
  ],
  [
    'payOnAccount',
    () => officer,
    async () => (client) =>
      client.call(greenTravel.payOnAccount, { companyUnit: unit(), fen: 5_000, memo: '按季预拨' }),
  ],
  [
    'proposeStatement',
    () => officer,
    async () => (client) => client.call(greenTravel.proposeStatement, of('2026-09')),
  ],
  [
    'payOnAccount',
    () => officer,
    async () => (client) =>
      client.call(greenTravel.payOnAccount, { companyUnit: unit(), fen: 100, memo: '一月预拨' }),
  ],
  [
    'reverseRide',
    () => officer,
    async () => {
      const { id } = await plantRideVoucher(ground.world, ground.programme, { day: '2026-11-23' })
      const scan = { voucher: id, counter: 1, at: '2026-11-23T08:00:00+08:00' }
      await sendAndRead(ground.world, ground.programme, own(), rideFile([scan], { number: 30 }))
      return (client) =>
        client.call(greenTravel.reverseRide, {
          companyUnit: unit(),
          voucher: id,
          counter: 1,
          reason: '核对后退回',
        })
    },
  ],
]

test.each(commands)(
  '%s: at home yes; next door, a member and a stranger no',
  async (_name, home, prepare) => {
    const run = await prepare()
    const nextDoor = partner(ground.programme, ground.programme.otherCompanyUnit)
    await expect(run(ground.world.nobody)).rejects.toMatchObject({ status: 401 })
    await expect(run(ground.world.as(member))).rejects.toMatchObject({ status: 403 })
    const refused = await run(ground.world.as(nextDoor)).then(
      () => 0,
      (error: { status: number }) => error.status,
    )
    expect([403, 404]).toContain(refused)
    await run(ground.world.as(home()))
  },
)
