// For tests: rosters as offices send them, uploaded as officers do.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { files } from '#kernel/files/contract.ts'
import { buffer } from 'node:stream/consumers'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import type { OutputOf } from '#platform/contract.ts'
import { stations } from '../../contract.ts'
import { makeTestCity, type Account, type TestCity } from '../testing.ts'

export type Row = OutputOf<typeof stations.decideImportRow>

/** A city whose files lie in a folder of its own; `remove` takes both away. */
export async function makeCityWithFiles(options: Parameters<typeof makeTestCity>[0] = {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhenyi-stations-test-'))
  const city = await makeTestCity({ ...options, config: { dataFolder } })
  const remove = async () => {
    await city.world.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { ...city, remove }
}

/** Uploads as tus leaves it; the protocol itself is tested in `files`. */
export async function upload(
  city: TestCity,
  as: Account,
  purpose: string,
  name: string,
  content: Uint8Array,
) {
  const client = city.world.as(as)
  const { id } = await client.call(files.startUpload, { purpose, name, bytes: content.byteLength })
  const folder = join(city.world.app.config.dataFolder, 'incoming')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, id), content)
  await client.call(files.finishUpload, { id })
  return id
}

export const headings = [
  '序号',
  '驿站名称',
  '所属县（市、区）',
  '详细地址',
  '经纬度',
  '开放时间',
  '服务设施',
  '站长',
  '联系电话',
]

/** Of a new station, each some 300 m from the one before. */
export function line(serial: number, over: Record<number, string> = {}): string[] {
  const cells = [
    String(serial),
    `名册驿站${serial}`,
    '新华区',
    `建设路${serial}号`,
    `${(113.2 + (serial % 40) * 0.003).toFixed(4)},${(33.7 + Math.floor(serial / 40) * 0.003).toFixed(4)}`,
    '8:00-18:00',
    '饮水机、座椅',
    '孙梅',
    `1380000${String(serial).padStart(4, '0')}`,
  ]
  return cells.map((cell, column) => over[column] ?? cell)
}

export const csvText = (lines: readonly string[][], head: readonly string[] = headings) =>
  [head, ...lines]
    .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')

export const xlsxBytes = (lines: readonly string[][]) =>
  buffer(writeXlsx({ sheetName: '名册', titles: ['驿站花名册'], headings, rows: lines }))

export async function startRoster(
  city: TestCity,
  lines: readonly string[][],
  as: Account = city.officer,
  unit = city.own,
) {
  const fileId = await upload(city, as, 'station-roster', '名册.xlsx', await xlsxBytes(lines))
  return city.world.as(as).call(stations.startImport, { organisationId: unit.id, fileId })
}

export async function rowsOf(city: TestCity, importId: string, as: Account = city.officer): Promise<Row[]> {
  return (await city.world.as(as).call(stations.listImportRows, { importId, pageSize: 200 })).rows
}

export async function count(
  city: TestCity,
  table: 'station' | 'station_version' | 'plate' | 'keeper',
): Promise<number> {
  const { rows } = await city.world.owner.pool.query<{ count: number }>(
    `select count(*) from stations.${table}`,
  )
  return rows[0]!.count
}
