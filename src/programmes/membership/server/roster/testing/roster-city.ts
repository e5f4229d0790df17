// For tests: rosters as offices send them, uploaded as officers do, and the job that works on them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { files } from '#kernel/files/contract.ts'
import { organisations } from '#kernel/organisations/contract.ts'
import { officerAt, plantTree, type PlantedUnit } from '#kernel/organisations/server/testing/plant-tree.ts'
import { DEMO_REGION, residentIdCheck } from '#kernel/people/index.ts'
import type { Actor } from '#platform/context.ts'
import { runJob } from '#platform/jobs.ts'
import { makeWorld } from '#tests/world.ts'
import { membership } from '../../../contract.ts'
import { rosterPermissions } from '../../../contract-roster.ts'
import { runImports } from '../run-imports.ts'

/** A city with two unions in two counties, whose files lie in a folder of its own; `remove` takes both away. */
export async function makeRosterCity(options: Parameters<typeof makeWorld>[0] = {}) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhenyi-roster-test-'))
  const world = await makeWorld({ ...options, config: { dataFolder } })
  const tree = await plantTree(world.owner.db)
  const { id } = await world.system.call(organisations.createOrganisation, {
    parentId: tree.xinhua.id,
    kind: 'grassroots-union',
    name: '晨光家政公司第二工会',
    adcode: '410402',
  })
  const secondUnion: PlantedUnit = {
    id,
    path: `${tree.xinhua.path}.${id.replaceAll('-', '')}`,
    name: '晨光家政公司第二工会',
  }
  const permissions = [
    ...Object.keys(rosterPermissions),
    'people.read',
    'memberships.read',
    'membership.admit',
  ]
  const officer = officerAt(tree.xinhua, permissions, { name: '王芳' })
  const neighbour = officerAt(tree.ruzhou, permissions, { name: '李强' })
  const remove = async () => {
    await world.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { world, tree, secondUnion, officer, neighbour, remove }
}

export type RosterCity = Awaited<ReturnType<typeof makeRosterCity>>

/** What `startJobs` does at its turn, until no import waits. */
export const work = ({ world }: Pick<RosterCity, 'world'>): Promise<void> =>
  runJob(world.app, { name: 'membership.run-imports', everySeconds: 1, run: runImports })

/** Uploads as tus leaves it; the protocol itself is tested in `files`. */
export async function upload(
  city: RosterCity,
  as: Actor,
  name: string,
  content: Uint8Array,
): Promise<string> {
  const client = city.world.as(as)
  const { id } = await client.call(files.startUpload, {
    purpose: 'member-roster',
    name,
    bytes: content.byteLength,
  })
  const folder = join(city.world.app.config.dataFolder, 'incoming')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, id), content)
  await client.call(files.finishUpload, { id })
  return id
}

export async function startRoster(
  city: RosterCity,
  unit: PlantedUnit,
  content: Uint8Array,
  as: Actor = city.officer,
  name = '会员名册.csv',
): Promise<string> {
  const fileId = await upload(city, as, name, content)
  const { importId } = await city.world.as(as).call(membership.startRosterImport, {
    organisationId: unit.id,
    fileId,
    defaultEmployment: 'delivery-rider',
  })
  return importId
}

export const look = (city: RosterCity, importId: string, as: Actor = city.officer) =>
  city.world.as(as).call(membership.getRosterImport, { importId })

export const rowsOf = async (city: RosterCity, importId: string, as: Actor = city.officer) =>
  (await city.world.as(as).call(membership.listRosterRows, { importId, pageSize: 200 })).rows

export const headings = ['序号', '姓名', '身份证号码', '手机号', '入会时间', '岗位类型']

/** The number of an invented person born on 1 January 1990, by count up to 999. */
export function numberOf(count: number, bornOn = '19900101'): string {
  const first17 = `${DEMO_REGION}${bornOn}${String(count).padStart(3, '0')}`
  return first17 + residentIdCheck(first17)
}

const surnames = '王李张刘陈杨赵黄周吴'
const given = '伟芳娜敏静丽强磊军洋'

/** A good row; `over` replaces cells by their place. */
export function line(count: number, over: Readonly<Record<number, string>> = {}): string[] {
  const cells = [
    String(count),
    `${surnames[count % 10]}${given[Math.floor(count / 10) % 10]}${given[Math.floor(count / 100) % 10]}`,
    numberOf(count),
    `138${String(10_000_000 + count)}`,
    '2021-03-05',
    '外卖骑手',
  ]
  return cells.map((cell, place) => over[place] ?? cell)
}

export const csvOf = (lines: readonly (readonly string[])[], head: readonly string[] = headings): Buffer =>
  Buffer.from(
    [head, ...lines]
      .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
      .join('\r\n'),
  )
