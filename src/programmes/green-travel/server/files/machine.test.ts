import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { greenTravel } from '../../contract.ts'
import { handIn, makeRideWorld, plantRideVoucher, readWaiting, rideFile } from '../testing/ride-files.ts'

let ground: Awaited<ReturnType<typeof makeRideWorld>>
beforeAll(async () => void (ground = await makeRideWorld()))
afterAll(() => ground.close())

const machine = (unit: string, operations: readonly string[]): Actor => ({
  kind: 'partner',
  keyId: newId(),
  name: '公交公司后台',
  organisationId: unit,
  unit: `root.${unit.replaceAll('-', '')}`,
  operations: [...operations],
})

const HANDING_IN = [
  'files.start-upload',
  'files.finish-upload',
  'green-travel.send-scan-file',
  'green-travel.get-scan-file',
]

test('a company’s machine hands a file in by its key, and only for its company', async () => {
  const { world, programme } = ground
  const voucher = await plantRideVoucher(world, programme, { day: '2026-11-23' })
  const text = rideFile([{ voucher: voucher.id, counter: 1, at: '2026-11-23T08:00:00+08:00' }])
  const own = machine(programme.companyUnit, HANDING_IN)
  const fileId = await handIn(world, programme, own, text)
  const { id } = await world
    .as(own)
    .call(greenTravel.sendScanFile, { companyUnit: programme.companyUnit, fileId })
  await readWaiting(world)
  expect((await world.as(own).call(greenTravel.getScanFile, { id })).file).toMatchObject({
    state: 'done',
    accepted: 1,
  })
  const other = machine(programme.otherCompanyUnit, HANDING_IN)
  await expect(
    world.as(other).call(greenTravel.sendScanFile, { companyUnit: programme.otherCompanyUnit, fileId }),
  ).rejects.toMatchObject({ status: 404 })
  await expect(
    world.as(other).call(greenTravel.sendScanFile, { companyUnit: programme.companyUnit, fileId }),
  ).rejects.toMatchObject({ status: 403 })
  await expect(world.as(other).call(greenTravel.getScanFile, { id })).rejects.toMatchObject({ status: 404 })
  const narrow = machine(programme.companyUnit, ['green-travel.get-scan-file'])
  await expect(handIn(world, programme, narrow, text)).rejects.toMatchObject({ status: 403 })
})
