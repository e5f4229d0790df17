import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readTable } from '#platform/tabular/read-table.ts'
import type { InputOf } from '#platform/contract.ts'
import { stations } from '../../contract.ts'
import { draft, person, type Account } from '../testing.ts'
import { makeCityWithFiles, upload } from '../import/testing.ts'

let city: Awaited<ReturnType<typeof makeCityWithFiles>>
let code: string
const folder = mkdtempSync(join(tmpdir(), 'zhenyi-export-test-'))
const reason = '年度核对名册'

beforeAll(async () => {
  city = await makeCityWithFiles()
  code = await city.createStation({ name: '=1+1驿站', otherFacilities: ['擦鞋机'], phone: '0375-1234567' })
  await city.createStation({
    hours: {
      seasons: [
        {
          label: '夏季',
          from: '05-01',
          to: '09-30',
          weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '07:30', to: '19:00' }],
        },
        {
          label: '冬季',
          from: '10-01',
          to: '04-30',
          weekly: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }],
        },
      ],
      exceptions: [{ date: '2027-01-01', spans: [] }],
    },
  })
  await city.world.as(city.officer).call(stations.appointKeeper, { code, name: '孙梅', phone: '13812341234' })
  await city.world
    .as(city.stranger)
    .call(stations.createStation, { organisationId: city.other.id, draft: draft({ adcode: '410403' }) })
})
afterAll(async () => {
  await city.remove()
  rmSync(folder, { recursive: true, force: true })
})

const take = (as: Account, over: Partial<InputOf<typeof stations.exportStations>> = {}) =>
  city.world.as(as).call(stations.exportStations, { reason, ...over })

async function linesOf(content: Uint8Array, name = 'export.xlsx'): Promise<string[][]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  const rows = []
  for await (const row of readTable(path, name)) rows.push(row.cells.map((cell) => cell.text))
  return rows
}

test('the file says that it is a demo, who took it, why and how many; the audit log says so too', async () => {
  const file = await take(city.officer)
  const [demo, who, headings, ...rows] = await linesOf(file.content)
  expect(demo![0]).toContain('演示数据')
  expect(who![0]).toMatch(/导出人：王芳.*理由：年度核对名册.*共 2 个驿站/)
  expect(headings![0]).toBe('站点编码')
  expect(rows.map((cells) => cells[0])).toContain(code)
  const { rows: lines } = await city.world.owner.pool.query(
    `select reason, detail from audit.line where operation = 'stations.export-stations' and outcome = 'done' order by at desc limit 1`,
  )
  expect(lines[0]).toMatchObject({ reason, detail: { rows: 2, withPhones: false } })
})

test('phones are masked; whole ones are for those who keep stations, where they keep them', async () => {
  const text = async (as: Account, withPhones: boolean) =>
    JSON.stringify(await linesOf((await take(as, { withPhones })).content))
  expect(await text(city.officer, false)).toContain('138****1234')
  expect(await text(city.officer, false)).not.toContain('13812341234')
  expect(await text(city.officer, true)).toContain('13812341234')
  const auditor = person('何静', city.root.path, ['stations.export'])
  await expect(take(auditor, { withPhones: true })).rejects.toMatchObject({ status: 403 })
  const half = {
    ...auditor,
    grants: [...auditor.grants, { permission: 'stations.edit', unit: city.other.path }],
  }
  expect(await text(half, true)).not.toContain('13812341234')
})

test('an export taken in again changes nothing', async () => {
  for (const format of ['xlsx', 'csv'] as const) {
    const { content } = await take(city.officer, { format })
    const fileId = await upload(city, city.officer, 'station-roster', `名册.${format}`, content)
    const officer = city.world.as(city.officer)
    const { importId, ready } = await officer.call(stations.startImport, {
      organisationId: city.own.id,
      fileId,
    })
    expect(ready).toBe(2)
    expect(await officer.call(stations.commitImport, { importId })).toEqual({
      created: 0,
      changed: 0,
      unchanged: 2,
      left: 0,
    })
  }
})

test('no cell is a formula', async () => {
  const { content } = await take(city.officer, { format: 'csv' })
  expect(Buffer.from(content).toString()).toContain(`,'=1+1驿站,`)
})

test('it holds what lies within reach, and takes the permission and a reason', async () => {
  const own = (await linesOf((await take(city.stranger)).content)).slice(3)
  expect(own.map((cells) => cells[2])).toEqual(['卫东区'])
  const others = city.officer.grants.map((it) => it.permission).filter((it) => it !== 'stations.export')
  await expect(take(person('何静', city.own.path, others))).rejects.toMatchObject({ status: 403 })
  await expect(take(city.member)).rejects.toMatchObject({ status: 403 })
  await expect(take(city.officer, { reason: ' ' })).rejects.toMatchObject({ status: 422 })
})
