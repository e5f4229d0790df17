import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { expect, test } from 'vitest'
import { review } from '#kernel/review/contract.ts'
import { migrate } from '#platform/database/migrate.ts'
import { runJob } from '#platform/jobs.ts'
import { greenTravel } from '#programmes/green-travel/contract.ts'
import { grantedActor } from '#programmes/green-travel/server/testing/actors.ts'
import { companyMachine } from '#programmes/green-travel/server/testing/members.ts'
import {
  handIn,
  makeRideWorld,
  partner,
  plantRideVoucher,
  rideFile,
  sendAndRead,
  type Scan,
} from '#programmes/green-travel/server/testing/ride-files.ts'
import { modules } from '#app/modules.ts'
import { openWorld } from '../world.ts'

/**
 * The whole of green-travel on a real Citus: `CITUS_URL` is the owner's address of an empty database on the coordinator of a
 * cluster (docs/scale/README.md says how three nodes are made). Without one vitest.config.ts leaves this file out and says so.
 */
const address = process.env['CITUS_URL']
const distribute = fileURLToPath(new URL('../../docs/scale/distribute.sql', import.meta.url))

const day = (date: number) => `2026-11-${String(date).padStart(2, '0')}`

test('on Citus: vouchers, rides, a batch, files, close of day, a settled month, purge', async () => {
  const target: pg.ClientConfig = { connectionString: address! }
  await migrate(target, modules)
  execFileSync('psql', ['-q', '-X', '-v', 'ON_ERROR_STOP=1', '-f', distribute, address!], { stdio: 'pipe' })
  const ground = await makeRideWorld(undefined, (options) => openWorld(target, options))
  const { world, programme } = ground
  const of = { companyUnit: programme.companyUnit, month: '2026-11' }
  const company = partner(programme)
  try {
    // Connected readers: one, the same again, a batch over several buckets.
    const online = await Promise.all(
      [3, 21, 40].map((bk) => plantRideVoucher(world, programme, { day: day(23), bk })),
    )
    world.setNow(new Date('2026-11-23T04:00:00Z'))
    const machine = companyMachine(world, programme.companyUnit, [
      'green-travel.authorise-ride',
      'green-travel.authorise-rides',
    ])
    const ask = (voucher: number, counter: number) => ({
      voucher,
      counter,
      takenAt: '2026-11-23T04:00:00Z',
      reader: 'R1',
      route: '101',
    })
    expect(await machine.call(greenTravel.authoriseRide, ask(online[0]!.id, 1))).toMatchObject({
      result: 'accepted',
    })
    expect(await machine.call(greenTravel.authoriseRide, ask(online[0]!.id, 1))).toMatchObject({
      result: 'duplicate',
    })
    const batch = { rides: online.flatMap(({ id }) => [1, 2, 3].map((counter) => ask(id, counter))) }
    const { answers } = await machine.call(greenTravel.authoriseRides, batch)
    expect(answers.map(({ result }) => result).toSorted()).toEqual([
      ...Array.from({ length: 8 }, () => 'accepted'),
      'duplicate',
    ])

    // Two files, the second with lines of the first, one of another reader's and one that nobody issued.
    const vouchers = await Promise.all(
      Array.from({ length: 32 }, (_, at) => plantRideVoucher(world, programme, { day: day(5), bk: at * 2 })),
    )
    const scans = vouchers.flatMap(({ id }) =>
      [1, 2, 3, 4].map((counter): Scan => ({
        voucher: id,
        counter,
        at: `${day(5)}T08:0${counter}:00+08:00`,
      })),
    )
    const first = await sendAndRead(world, programme, company, rideFile(scans))
    expect(first.file).toMatchObject({ state: 'done', accepted: 128, duplicate: 0, refused: 0 })
    const again = await sendAndRead(
      world,
      programme,
      company,
      rideFile([...scans.slice(0, 20), { ...scans[0]!, voucher: scans[0]!.voucher + 1 }], { number: 2 }),
    )
    expect(again.file).toMatchObject({ state: 'done', accepted: 0, duplicate: 20, refused: 1 })
    const other = await sendAndRead(world, programme, company, rideFile([scans[7]!], { reader: 'R2' }))
    expect(other.file).toMatchObject({ secondUse: 1, refused: 1 })

    // What stayed unused is given back, and a late file takes budget anew.
    world.setNow(new Date('2026-12-03T02:00:00Z'))
    const late = await plantRideVoucher(world, programme, { day: day(6), bk: 50 })
    await runJob(world.app, jobNamed(world, 'void-due-vouchers'))
    const lateFile = await sendAndRead(
      world,
      programme,
      company,
      rideFile([{ voucher: late.id, counter: 1, at: `${day(6)}T08:00:00+08:00` }], { number: 3 }),
    )
    expect(lateFile.file).toMatchObject({ accepted: 1 })

    // The days go to the ledger, the month is compared, decided, settled and counted again.
    expect((await world.system.call(greenTravel.closeDays, {})).posted).toBe(3)
    expect(await world.system.call(greenTravel.verifyJournal, {})).toMatchObject({ ok: true, rides: 138 })
    const [one, two] = [
      await grantedActor(ground, '经办人', 'finance-officer'),
      await grantedActor(ground, '复核人', 'finance-officer'),
    ]
    const claim =
      '日期,线路,次数,金额\n2026-11-05,101,129,127.71\n2026-11-06,101,1,0.99\n2026-11-23,101,9,8.91\n'
    const fileId = await handIn(world, programme, company, claim, 'ride-claim', '申报.csv')
    await world.as(company).call(greenTravel.sendClaim, { ...of, fileId })
    await world.as(one).call(greenTravel.reconcileMonth, of)
    const { rows } = await world.as(two).call(greenTravel.listDifferences, of)
    for (const { caseId, seq } of rows)
      await world
        .as(two)
        .call(review.act, { id: caseId, seq, move: 'keep-records', reason: '按刷卡记录结算' })
    const { id, dueFen } = await world.as(one).call(greenTravel.proposeStatement, of)
    expect(dueFen).toBe(138 * 99)
    const { head } = await world.as(two).call(greenTravel.getStatement, { id })
    await world.as(two).call(review.act, { id: head.caseId, seq: 1, move: 'settle' })
    expect(await world.as(two).call(greenTravel.recompute, { id })).toMatchObject({
      intact: true,
      recomputedRides: 138,
    })

    // Retention ends: the rides go, the books stay.
    world.setNow(new Date('2028-01-02T02:00:00Z'))
    await runJob(world.app, jobNamed(world, 'void-due-vouchers'))
    expect(await world.system.call(greenTravel.purgeMonth, { month: '2026-11' })).toEqual({ daysKept: 3 })
    expect(await world.system.call(greenTravel.verifyJournal, {})).toMatchObject({ ok: true, rides: 138 })
  } finally {
    await ground.close()
  }
}, 300_000)

const jobNamed = (world: Awaited<ReturnType<typeof openWorld>>, name: string) =>
  world.app.modules.flatMap(({ jobs }) => jobs ?? []).find((job) => job.name === name)!
