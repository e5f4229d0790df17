import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Client } from '#tests/world.ts'
import { newId } from '#platform/ids.ts'
import { stations } from '../../contract.ts'
import { person } from '../testing.ts'
import { line, makeCityWithFiles, startRoster, upload, xlsxBytes } from './testing.ts'

let city: Awaited<ReturnType<typeof makeCityWithFiles>>
let importId: string
beforeAll(async () => {
  city = await makeCityWithFiles()
  importId = (await startRoster(city, [line(1), line(2, { 4: '' })])).importId
})
afterAll(() => city.remove())

const calls: Record<string, (client: Client) => Promise<unknown>> = {
  getImport: (client) => client.call(stations.getImport, { importId }),
  listImportRows: (client) => client.call(stations.listImportRows, { importId }),
  decideImportRow: (client) => client.call(stations.decideImportRow, { importId, row: 3, decision: 'judge' }),
  importErrors: (client) => client.call(stations.importErrors, { importId }),
  commitImport: (client) => client.call(stations.commitImport, { importId }),
}

describe.each(Object.entries(calls))('%s', (_name, call) => {
  test('does not exist for another county, and is refused to those without the permission', async () => {
    await expect(call(city.world.as(city.stranger))).rejects.toMatchObject({ status: 404 })
    const others = city.officer.grants.map((it) => it.permission).filter((it) => it !== 'stations.import')
    await expect(call(city.world.as(person('何静', city.own.path, others)))).rejects.toMatchObject({
      status: 403,
    })
    await expect(call(city.world.as(city.member))).rejects.toMatchObject({ status: 403 })
    await expect(call(city.world.nobody)).rejects.toMatchObject({ status: 401 })
  })
})

test('the list shows imports within reach only', async () => {
  const list = (client: Client) => client.call(stations.listImports, {})
  expect(await list(city.world.as(city.officer))).toMatchObject({ total: 1, rows: [{ importId }] })
  expect(await list(city.world.as(city.stranger))).toEqual({ rows: [], total: 0 })
})

test("nobody starts an import in another county, or from somebody else's file", async () => {
  const fileId = await upload(city, city.officer, 'station-roster', '名册.xlsx', await xlsxBytes([line(5)]))
  const start = (client: Client, organisationId: string) =>
    client.call(stations.startImport, { organisationId, fileId })
  await expect(start(city.world.as(city.officer), city.other.id)).rejects.toMatchObject({ status: 403 })
  await expect(start(city.world.as(city.officer), newId())).rejects.toMatchObject({ status: 404 })
  await expect(start(city.world.as(city.stranger), city.other.id)).rejects.toMatchObject({ status: 404 })
})
