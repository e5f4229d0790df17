// Longer than most: the product and its floor take the same file in one run, turn by turn.
import { spawnSync } from 'node:child_process'
import {
  createReadStream,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  chmodSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { cityDay } from '#platform/city-time.ts'
import { readConfig } from '#platform/config.ts'
import { newId } from '#platform/ids.ts'
import { runJob } from '#platform/jobs.ts'
import { silentLog } from '#platform/log.ts'
import { openApplication, type Opened } from '#app/open.ts'
import type { Bench } from '../harness/bench.ts'
import type { Measure } from '../harness/measure.ts'
import { makeOwnDatabase } from '../harness/own-database.ts'
import { rounded } from '../harness/result.ts'
import { median } from '../harness/rounds.ts'

const LINES = Number(process.env['BENCH_RIDE_LINES'] ?? 1_000_000)
const ROUNDS = Number(process.env['BENCH_RIDE_ROUNDS'] ?? 3)
const generator = fileURLToPath(new URL('../generators/write-ride-file.mjs', import.meta.url))

/** A million scans in one signed file, from the bytes on the disk to the last commit; and the same rows again. */
export const greenTravelFile: Measure = {
  names: ['green-travel-file.first', 'green-travel-file.replay'],
  run: async (bench) => {
    const folder = generatedFile(bench)
    const bed = await startBed(bench)
    try {
      const ground = await plant(bed, folder)
      const [raw, first, again]: [number[], number[], number[]] = [[], [], []]
      for (let round = 1; round <= ROUNDS; round++) {
        bench.say(`round ${round} of ${ROUNDS}: raw COPY, the file, the file again`)
        await empty(bed)
        raw.push(await rawCopy(bed, folder))
        await empty(bed)
        first.push(await ours(bed, ground, folder))
        again.push(await replay(bed, ground, folder))
        bench.say([raw, first, again].map((it) => `${it.at(-1)!.toFixed(2)} s`).join(', '))
      }
      const [copy, post, second] = [median(raw), median(first), median(again)]
      const rate = (seconds: number) => Math.round(LINES / seconds)
      return [
        {
          name: 'green-travel-file.first',
          value: rate(post),
          unit: 'rows/s',
          against: `${rate(copy)}/s, raw COPY of the same bytes into a table with its key`,
          ratio: rounded(copy / post),
          target: 0.6,
          note: `${LINES} lines, every one judged and committed; seconds ${first.map((it) => it.toFixed(2)).join(', ')} against ${raw.map((it) => it.toFixed(2)).join(', ')}`,
        },
        {
          name: 'green-travel-file.replay',
          value: rate(second),
          unit: 'rows/s',
          against: `${rate(post)}/s, the first time`,
          ratio: rounded(post / second),
          target: 1,
          note: 'the same rows in a second file of another number: each found again and answered, nothing changed',
        },
      ]
    } finally {
      await bed.stop()
    }
  },
}

function generatedFile(bench: Bench): string {
  const folder = process.env['BENCH_RIDE_FOLDER'] ?? join(bench.folder, 'rides')
  if (existsSync(join(folder, 'reader.json'))) return folder
  bench.say(`writing ${LINES} signed scans, which takes a minute or two`)
  const written = spawnSync(process.execPath, [generator, folder, String(LINES)], { stdio: 'inherit' })
  if (written.status !== 0) throw new Error('the generator failed')
  return folder
}

type Bed = {
  readonly opened: Opened
  readonly owner: pg.Client
  readonly files: string
  stop(): Promise<void>
}

async function startBed(bench: Bench): Promise<Bed> {
  bench.say('an empty city')
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhenyi-bench-file-'))
  chmodSync(dataFolder, 0o755)
  const url = process.env['DATABASE_URL']
  const own = url ? await makeOwnDatabase(url) : undefined
  // A new database is filled by a process of its own, which reads the environment.
  process.env['CITY_DATA'] = 'empty'
  const config = readConfig({
    DATA_DIR: dataFolder,
    CITY_DATA: 'empty',
    ...(own === undefined ? {} : { DATABASE_URL: own.address }),
  })
  const opened = await openApplication({
    config,
    log: silentLog,
    mode: 'join-or-start',
    onProgress: () => {},
  })
  const owner = new pg.Client(opened.access.owner)
  await owner.connect()
  const stop = async () => {
    await owner.end()
    await opened.close()
    await own?.drop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  return { opened, owner, files: join(dataFolder, 'files'), stop }
}

type Ground = { readonly month: number }

/** One company, its reader and thirty routes, and the vouchers that were ridden. */
async function plant({ owner }: Bed, folder: string): Promise<Ground> {
  const { publicHex, reader } = JSON.parse(readFileSync(join(folder, 'reader.json'), 'utf8'))
  const [company, rider] = [newId(), newId()]
  await owner.query(`insert into organisations.organisation (id, parent_id, path, kind, name, adcode)
    select '${company}', id, path || '${company.replaceAll('-', '')}'::ltree, 'partner', '试验公交公司', '410400'
    from organisations.organisation where parent_id is null`)
  await owner.query(
    `insert into green_travel.company (id, organisation_id, made_by) values (1, '${company}', 'bench')`,
  )
  await owner.query(`insert into green_travel.route (id, company, code, name)
    select n, 1, n::text, n || '路' from generate_series(1, 30) n`)
  await owner.query(`insert into green_travel.reader (id, company, code, public_key, registered_on)
    values (1, 1, '${reader}', '\\x${publicHex}', '2020-01-01')`)
  await owner.query(`insert into green_travel.terms (id, from_day, member_fen, union_fen, rides_per_day, rides_per_month,
      voucher_days, code_seconds, clock_tolerance_seconds, late_days, retention_months, made_by)
    values (1, '2020-01-01', 1, 99, 4, 60, 3, 60, 60, 7, 13, 'bench')`)
  await owner.query(`insert into green_travel.signing_key (no, public_key, private_sealed)
    values (1, decode(repeat('cd', 32), 'hex'), '')`)
  await owner.query('create table raw_voucher (id bigint, device_key text, rides smallint)')
  await pipeline(
    createReadStream(join(folder, 'vouchers.csv')),
    owner.query(copyFrom('copy raw_voucher from stdin csv')),
  )
  const { rows } = await owner.query('select (min(id) >> 40)::int as month from raw_voucher')
  const { month } = rows[0]
  const day = await firstDay(folder)
  await owner.query(`insert into green_travel.budget (id, organisation_id, name, from_month, to_month, made_by)
    select 1, id, '试验预算', ${month - 1}, ${month + 1}, 'bench' from organisations.organisation where parent_id is null`)
  await owner.query('insert into green_travel.budget_parent (budget) values (1)')
  await owner.query(`select green_travel.prepare_month(${month})`)
  await owner.query(
    `insert into green_travel.rider (bk, month, id) select bk, ${month}, '${rider}' from generate_series(0, 63) bk`,
  )
  await owner.query(`insert into green_travel.voucher (bk, id, month, rider, union_id, budget, terms, signing_key, device_key,
      first_day, rides_1, rides_2, rides_3, void_due_on)
    select (id >> 34) & 63, id, ${month}, '${rider}', (select id from organisations.organisation where parent_id is null),
      1, 1, 1, decode(device_key, 'hex'), '${day}', rides, 0, 0, '${day}'::date + 8 from raw_voucher order by 1, 2`)
  await owner.query('vacuum analyze')
  await owner.query(`create unlogged table raw_bytes (line integer, voucher bigint, counter smallint, code_at bigint,
    read_at bigint, route text, fare smallint, signature text)`)
  await owner.query('alter table raw_bytes set logged')
  await owner.query('alter table raw_bytes add primary key (voucher, counter)')
  return { month }
}

async function firstDay(folder: string): Promise<string> {
  for await (const chunk of createReadStream(join(folder, 'rides.txt'), {
    end: 400,
  }) as AsyncIterable<Buffer>) {
    const at = Number(chunk.toString('latin1').split('\n')[1]!.split(',')[3])
    return cityDay(at * 1000)
  }
  throw new Error('the file is empty')
}

async function empty({ owner }: Bed): Promise<void> {
  await owner.query(
    'truncate raw_bytes, green_travel.ride, green_travel.ride_total, green_travel.scan_refusal, green_travel.scan_half',
  )
  await owner.query(`delete from green_travel.scan_file`)
  await owner.query('checkpoint')
}

/** The bytes of the lines; head and end are no CSV and are left out. */
async function rawCopy({ owner }: Bed, folder: string): Promise<number> {
  const path = join(folder, 'rides.txt')
  const head = readFileSync(path, { encoding: 'latin1', flag: 'r' }).indexOf('\n') + 1
  const end = statSync(path).size - (await tailBytes(path))
  const began = performance.now()
  await pipeline(
    createReadStream(path, { start: head, end: end - 1, highWaterMark: 1 << 18 }),
    owner.query(copyFrom('copy raw_bytes from stdin csv')),
  )
  return (performance.now() - began) / 1000
}

async function tailBytes(path: string): Promise<number> {
  const { size } = statSync(path)
  let tail = ''
  await pipeline(
    createReadStream(path, { start: size - 200 }),
    new Transform({ transform: (chunk: Buffer, _, done) => ((tail += chunk.toString('latin1')), done()) }),
  )
  return tail.length - tail.indexOf('#end')
}

/** As an upload leaves it: the bytes in their place, and the record that waits for the job. */
async function ours(bed: Bed, _ground: Ground, folder: string): Promise<number> {
  return process_(bed, join(folder, 'rides.txt'), LINES)
}

async function replay(bed: Bed, _ground: Ground, folder: string): Promise<number> {
  await bed.owner.query(`update green_travel.scan_file set number = number + 1000`)
  return process_(bed, join(folder, 'rides.txt'), 0)
}

async function process_(bed: Bed, path: string, expected: number): Promise<number> {
  const id = newId()
  const target = join(bed.files, id.slice(-2), id)
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(path, target)
  await bed.owner.query(
    `insert into green_travel.scan_file (stored_file, name, bytes, company, made_by, received_at)
     values ($1, 'rides.txt', $2, 1, 'bench', now())`,
    [id, statSync(path).size],
  )
  const { app } = bed.opened
  const job = app.modules
    .flatMap((module) => module.jobs ?? [])
    .find(({ name }) => name === 'read-scan-files')!
  const began = performance.now()
  await runJob(app, job)
  const seconds = (performance.now() - began) / 1000
  const { rows } = await bed.owner.query(
    `select f.state, f.refusal, coalesce(sum(h.accepted), 0)::int as accepted, coalesce(sum(h.duplicate), 0)::int as duplicate
     from green_travel.scan_file f left join green_travel.scan_half h on h.file = f.id where f.stored_file = $1 group by 1, 2`,
    [id],
  )
  rmSync(target)
  if (rows[0]?.state !== 'done' || rows[0].accepted !== expected)
    throw new Error(`the file was not counted as it should: ${JSON.stringify(rows[0])}`)
  return seconds
}
