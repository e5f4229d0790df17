import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { readConfig } from '#platform/config.ts'
import { newId } from '#platform/ids.ts'
import { secretHash } from '#platform/keys.ts'
import { silentLog } from '#platform/log.ts'
import { openApplication } from '#app/open.ts'
import { monthOfDay, voucherNumber } from '#programmes/green-travel/rules/voucher-number.ts'
import { ASKED_AT } from './city-clock.ts'
import { makeOwnDatabase } from './own-database.ts'
import { freePort, start, untilAnswers } from './processes.ts'

/** The day of the measures, in the city's time, and a moment of it at which every code was made. */
const DAY = '2026-11-25'
export const TAKEN_AT = ASKED_AT.toISOString()
const VOUCHERS = 120_000
export const RIDES_A_VOUCHER = 20

export type RideCity = {
  /** Of the server's process. */
  readonly pid: number
  readonly origin: string
  readonly owner: pg.ClientConfig
  readonly engine: string
  readonly companyUnit: string
  /** Numbers of vouchers, one a line, each good for twenty rides today. */
  readonly vouchersFile: string
  readonly machine: Readonly<Record<string, string>>
  stop(): Promise<void>
}

/** A server with 120,000 vouchers of as many riders, in a process of its own, on a database of its own. */
export async function startRideCity(folder: string): Promise<RideCity> {
  const stops: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const one of stops.toReversed()) await one()
  }
  try {
    const dataFolder = mkdtempSync(join(tmpdir(), 'zhenyi-bench-'))
    chmodSync(dataFolder, 0o755)
    stops.push(async () => rmSync(dataFolder, { recursive: true, force: true }))
    const url = process.env['DATABASE_URL']
    const own = url ? await makeOwnDatabase(url) : undefined
    if (own !== undefined) stops.push(own.drop)
    const settings = {
      DATA_DIR: dataFolder,
      CITY_DATA: 'empty',
      HOST: '127.0.0.1',
      PORT: String(await freePort()),
      LOG_LEVEL: 'warn',
      DATABASE_POOL: process.env['DATABASE_POOL'] ?? '8',
      ...(own === undefined ? {} : { DATABASE_URL: own.address }),
    }
    const origin = `http://127.0.0.1:${settings.PORT}`
    const program = fileURLToPath(new URL('./city-server.ts', import.meta.url))
    const server = start(process.execPath, [program], { env: { PATH: process.env['PATH'], ...settings } })
    stops.push(server.stop)
    await untilAnswers(`${origin}/api/health`, 60, server.failed)
    const config = readConfig(settings)
    const opened = await openApplication({
      config,
      log: silentLog,
      mode: 'join-or-start',
      onProgress: () => {},
    })
    stops.push(opened.close)
    const { owner, engine, version } = opened.access
    const key = `zyk_${randomBytes(32).toString('base64url')}`
    const planted = await plantRides(owner, secretHash(config.keys, 'partner-key', key))
    const vouchersFile = join(folder, 'vouchers.txt')
    writeFileSync(vouchersFile, planted.vouchers.join('\n'))
    return {
      pid: server.pid,
      origin,
      owner,
      engine: `PostgreSQL ${version} (${engine})`,
      companyUnit: planted.companyUnit,
      vouchersFile,
      machine: { authorization: `Bearer ${key}` },
      stop,
    }
  } catch (error) {
    await stop()
    throw error
  }
}

/** What rides need, and so many vouchers; the machine's key is known by its hash. */
export async function plantRides(owner: pg.ClientConfig, keyHash: Buffer, count = VOUCHERS) {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const companyUnit = newId()
    const { rows } = await client.query(`select id from organisations.organisation where path = 'root'`)
    const values = [companyUnit, rows[0].id, `root.${companyUnit.replaceAll('-', '')}`]
    await client.query(
      `insert into organisations.organisation (id, parent_id, path, kind, name, adcode)
      values ($1, $2, $3, 'partner', '公交公司', '410400')`,
      values,
    )
    await client.query(BASE.replaceAll(':company', `'${companyUnit}'`).replaceAll(':root', `'${rows[0].id}'`))
    await client.query(
      `insert into access.partner_key (id, organisation_id, name, key_hash, hint, operations, created_at, expires_at)
      values ($1, $2, '读卡器', $3, 'abcd', '{green-travel.authorise-ride,green-travel.authorise-rides}', now(), now() + interval '1 year')`,
      [newId(), companyUnit, keyHash],
    )
    const month = monthOfDay(DAY)
    const vouchers = Array.from({ length: count }, (_, index) => voucherNumber(month, index % 64, index + 1))
    await client.query('select green_travel.prepare_month($1)', [month])
    await client.query(RIDERS, [month, vouchers])
    await client.query(PLANT_VOUCHERS, [month, vouchers, rows[0].id, DAY])
    await client.query('vacuum analyze green_travel.voucher')
    return { companyUnit, vouchers }
  } finally {
    await client.end()
  }
}

/** Codes are good for as long as a run lasts; everything else is as in a city. */
const BASE = `
  insert into green_travel.company (id, organisation_id, made_by) values (1, :company, 'bench');
  insert into green_travel.route (id, company, code, name) values (1, 1, '101', '101路');
  insert into green_travel.reader (id, company, code, public_key, registered_on)
    values (1, 1, 'R1', decode(repeat('ab', 32), 'hex'), '2026-01-01');
  insert into green_travel.terms (id, from_day, member_fen, union_fen, rides_per_day, rides_per_month, voucher_days,
      code_seconds, clock_tolerance_seconds, late_days, retention_months, made_by)
    values (1, '2020-01-01', 1, 99, 20, 400, 3, 300, 900, 7, 13, 'bench');
  insert into green_travel.budget (id, organisation_id, name, from_month, to_month, made_by)
    values (1, :root, '预算', 72, 95, 'bench');
  insert into green_travel.budget_parent (budget) values (1);
  insert into green_travel.signing_key (no, public_key, private_sealed) values (1, decode(repeat('ab', 32), 'hex'), '');`

const RIDERS = `insert into green_travel.rider (bk, month, id, issued)
  select (v >> 34) & 63, $1, md5(v::text)::uuid, 20 from unnest($2::bigint[]) v`

const PLANT_VOUCHERS = `insert into green_travel.voucher (bk, id, month, rider, union_id, budget, terms, signing_key, device_key,
    first_day, rides_1, rides_2, rides_3, void_due_on)
  select (v >> 34) & 63, v, $1, md5(v::text)::uuid, $3, 1, 1, 1, decode(repeat('cd', 32), 'hex'), $4::date, 20, 0, 0, $4::date + 8
  from unnest($2::bigint[]) v`

export type RideFloor = {
  readonly pid: number
  readonly origin: string
  readonly headers: Readonly<Record<string, string>>
}

export async function startRideFloor(
  city: RideCity,
  pool: number,
  onStop: (stop: () => Promise<void>) => void,
): Promise<RideFloor> {
  const port = await freePort()
  const key = randomBytes(16).toString('hex')
  const server = start(
    process.execPath,
    [fileURLToPath(new URL('../floor/ride-server.ts', import.meta.url))],
    {
      env: {
        PATH: process.env['PATH'],
        FLOOR_PORT: String(port),
        FLOOR_POOL: String(pool),
        FLOOR_DATABASE: JSON.stringify(city.owner),
        FLOOR_KEY: key,
        FLOOR_COMPANY: city.companyUnit,
      },
    },
  )
  onStop(server.stop)
  const origin = `http://127.0.0.1:${port}`
  await untilAnswers(`${origin}/`, 20, server.failed)
  return {
    pid: server.pid,
    origin,
    headers: { authorization: `Bearer u1.${createHmac('sha256', key).update('u1').digest('hex')}` },
  }
}
