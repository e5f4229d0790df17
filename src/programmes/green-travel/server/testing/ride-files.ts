// For tests: ride files as a reader writes them, by docs/ride-files.md, and the ground that they are read against.
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { files } from '#kernel/files/contract.ts'
import type { Actor } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { runJob } from '#platform/jobs.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { greenTravel } from '../../contract.ts'
import { settlementJobs } from '../settlement-jobs.ts'
import { plantProgramme, plantVoucher, type TestProgramme } from './plant-programme.ts'

const pair = () => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return { privateKey, raw: publicKey.export({ type: 'spki', format: 'der' }).subarray(-32) }
}

export const readerKey = pair()
export const phoneKey = pair()
const strangerKey = pair()
export const strangersKey = strangerKey.privateKey

export type Scan = {
  readonly voucher: number
  readonly counter: number
  /** `2026-11-23T08:00:00+08:00` */
  readonly at: string
  readonly readAfter?: number
  readonly route?: string
  readonly fare?: string
  readonly forged?: boolean
}

function codeSignature({ voucher, counter, at, forged }: Scan): string {
  const message = Buffer.alloc(16)
  message.write('ZYR1', 'latin1')
  message.writeUIntBE(Math.floor(voucher / 2 ** 32), 4, 3)
  message.writeUInt32BE(voucher % 2 ** 32, 7)
  message.writeUInt8(counter, 11)
  message.writeUInt32BE(Date.parse(at) / 1000, 12)
  return sign(null, message, forged ? strangerKey.privateKey : phoneKey.privateKey).toString('base64url')
}

export const scanLine = (scan: Scan, line: number): string => {
  const at = Date.parse(scan.at) / 1000
  const { voucher, counter, readAfter = 2, route = '101', fare = '100' } = scan
  return `${line},${voucher},${counter},${at},${at + readAfter},${route},${fare},${codeSignature(scan)}`
}

type Wish = {
  readonly reader?: string
  readonly number?: number
  readonly key?: KeyObject
  readonly lines?: readonly string[]
  /** `latin1` where lines hold bytes of another encoding. */
  readonly encoding?: BufferEncoding
}

/** A whole signed file of these scans. */
export function rideFile(scans: readonly Scan[], wish: Wish = {}): string {
  const { reader = 'R1', number = 1, key = readerKey.privateKey, encoding = 'utf8' } = wish
  const lines = wish.lines ?? scans.map((scan, index) => scanLine(scan, index + 1))
  const signed = [`#zhenyi-rides,1,${reader},${number},1795500000`, ...lines]
    .map((line) => `${line}\n`)
    .join('')
  const digest = createHash('sha256').update(signed, encoding).digest()
  const signature = sign(null, Buffer.concat([Buffer.from('zhenyi-rides-1\0'), digest]), key)
  return `${signed}#end,${lines.length},${signature.toString('base64url')}\n`
}

/** A programme whose readers and phones have keys, and a folder for its files. */
export async function makeRideWorld(now?: Date, open: typeof makeWorld = makeWorld) {
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhenyi-rides-test-'))
  const world = await open({ config: { dataFolder }, ...(now === undefined ? {} : { now }) })
  const programme = await plantProgramme(world)
  await world.owner.pool.query(`update green_travel.reader set public_key = $1 where company = 1`, [
    readerKey.raw,
  ])
  const close = async () => {
    await world.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { world, programme, close }
}

export async function plantRideVoucher(
  world: World,
  programme: TestProgramme,
  wish: Parameters<typeof plantVoucher>[2],
) {
  const voucher = await plantVoucher(world, programme, wish)
  await world.owner.pool.query('update green_travel.voucher set device_key = $1 where bk = $2 and id = $3', [
    phoneKey.raw,
    voucher.bk,
    voucher.id,
  ])
  return voucher
}

/** The bus company's machine, or somebody of its office. */
export const partner = (programme: TestProgramme, unit = programme.companyUnit): Actor => ({
  kind: 'account',
  accountId: newId(),
  sessionId: null,
  person: null,
  name: '公交公司',
  roles: ['partner-officer'],
  grants: ['files', 'see-files', 'answer'].map((name) => ({
    permission: `green-travel.${name}`,
    unit: `root.${unit.replaceAll('-', '')}`,
  })),
})

/** Uploads as tus leaves it, and hands the file in. */
export async function handIn(
  world: World,
  programme: TestProgramme,
  as: Actor,
  text: string | Buffer,
  purpose = 'ride-scans',
  name = 'rides.txt',
) {
  const client = world.as(as)
  const content = Buffer.from(text as string)
  const { id } = await client.call(files.startUpload, { purpose, name, bytes: content.length })
  const folder = join(world.app.config.dataFolder, 'incoming')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, id), content)
  await client.call(files.finishUpload, { id })
  return id
}

export async function send(
  world: World,
  programme: TestProgramme,
  as: Actor,
  text: string | Buffer,
): Promise<number> {
  const fileId = await handIn(world, programme, as, text)
  const { id } = await world
    .as(as)
    .call(greenTravel.sendScanFile, { companyUnit: programme.companyUnit, fileId })
  return id
}

export const readWaiting = (world: World) => runJob(world.app, settlementJobs[0]!)

/** Hands a file in, lets the job read it, and answers how it stands. */
export async function sendAndRead(world: World, programme: TestProgramme, as: Actor, text: string | Buffer) {
  const id = await send(world, programme, as, text)
  await readWaiting(world)
  return world.as(as).call(greenTravel.getScanFile, { id })
}
