// Longer than most: one database grows from age to age, and is measured at each.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { contextOf, systemCaller } from '#platform/application.ts'
import { cityDay } from '#platform/city-time.ts'
import { readConfig } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import { execute } from '#platform/execute.ts'
import { newId } from '#platform/ids.ts'
import { silentLog } from '#platform/log.ts'
import { openCase } from '#kernel/review/index.ts'
import { openApplication, type Opened } from '#app/open.ts'
import { greenTravel } from '#programmes/green-travel/contract.ts'
import { firstDayOf } from '#programmes/green-travel/rules/voucher-number.ts'
import { rideFigures } from '#programmes/green-travel/server/figures/ride-figures.ts'
import { statementProcedure } from '#programmes/green-travel/server/settlement/procedures.ts'
import { makeContent } from '#programmes/green-travel/server/settlement/statement-content.ts'
import { digestOf } from '#programmes/green-travel/server/settlement/statements.ts'
import type { Bench } from '../harness/bench.ts'
import type { Measure } from '../harness/measure.ts'
import { makeOwnDatabase } from '../harness/own-database.ts'
import { rounded } from '../harness/result.ts'
import { median } from '../harness/rounds.ts'

/**
 * Millions of rides at which is measured, in rising order; a hundred need some 15 GB. Two are four months: the budget's forecast looks
 * back on twelve weeks, and before they are full a page grows with the weeks and not with the age.
 */
const AGES = (process.env['BENCH_RIDE_AGES'] ?? '2,10').split(',').map(Number)
const RIDES_A_MONTH = 500_000
const ASKED = 7
/** What is left to the noise of a shared machine. */
const TOLERANCE = 1.5

const names = [
  'green-travel-ages.statement',
  'green-travel-ages.month',
  'green-travel-ages.budget',
  'green-travel-ages.readers',
  'green-travel-ages.figure',
] as const
type Name = (typeof names)[number]

/**
 * The same month of 500,000 rides settled, and the pages of month, budget and readers and the figure asked, over a journal of one, ten
 * and more millions of rides: what they cost is a matter of the month and not of the years before it.
 */
export const greenTravelAges: Measure = {
  names,
  run: async (bench) => {
    const bed = await startBed(bench)
    try {
      const seconds: Record<Name, number[]> = {
        'green-travel-ages.statement': [],
        'green-travel-ages.month': [],
        'green-travel-ages.budget': [],
        'green-travel-ages.readers': [],
        'green-travel-ages.figure': [],
      }
      let months = 0
      for (const age of AGES) {
        for (; months < (age * 1_000_000) / RIDES_A_MONTH; months += 1) await plantMonth(bed, months)
        await bed.owner.query(`select green_travel.recount('${firstDayOf(months)}')`)
        await bed.owner.query('vacuum analyze')
        bed.setMonth(months)
        const statement = await plantStatements(bed, months - 1)
        const ask: Record<Name, () => Promise<unknown>> = {
          'green-travel-ages.statement': () => bed.call(greenTravel.recompute, { id: statement }),
          'green-travel-ages.month': () =>
            bed.call(greenTravel.getMonth, {
              companyUnit: bed.companyUnit,
              month: firstDayOf(months - 1).slice(0, 7),
            }),
          'green-travel-ages.budget': () => bed.call(greenTravel.getBudget, { id: 1 }),
          'green-travel-ages.readers': () => bed.call(greenTravel.listReaders, {}),
          'green-travel-ages.figure': () => sumOfRides(bed),
        }
        for (const name of names) seconds[name].push(await timed(ask[name]))
        bench.say(
          `${age} million rides, ${months} months: ${names.map((name) => `${(seconds[name].at(-1)! * 1000).toFixed(1)} ms`).join(', ')}`,
        )
      }
      return names.map((name) => {
        const [first, last] = [seconds[name][0]!, seconds[name].at(-1)!]
        return {
          name,
          value: rounded(last * 1000),
          unit: 'ms',
          against: `${TOLERANCE} × ${rounded(first * 1000)} ms over ${AGES[0]} million`,
          ratio: rounded((TOLERANCE * first) / last),
          target: 1,
          note: `${AGES.join(', ')} million rides: ${seconds[name].map((it) => `${rounded(it * 1000)} ms`).join(', ')}`,
        }
      })
    } finally {
      await bed.stop()
    }
  },
}

/** As the public report computes it once a minute: here without the answer that it keeps meanwhile. */
async function sumOfRides({ context }: Bed): Promise<unknown> {
  const ctx = context()
  const figure = rideFigures.find(({ key }) => key === 'green-travel.rides')!
  const at = { asOf: cityDay(ctx.now), recordedUpTo: new Date() }
  const [value, trend] = [await figure.value(ctx, at), await figure.trend!.points(ctx, at)]
  return { value, trend }
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  await ask()
  const took: number[] = []
  for (let time = 0; time < ASKED; time += 1) {
    const began = performance.now()
    await ask()
    took.push((performance.now() - began) / 1000)
  }
  return median(took)
}

type Bed = {
  readonly owner: pg.Client
  readonly companyUnit: string
  readonly context: () => Context
  readonly call: (
    operation:
      | typeof greenTravel.recompute
      | typeof greenTravel.getMonth
      | typeof greenTravel.getBudget
      | typeof greenTravel.listReaders,
    input: object,
  ) => Promise<unknown>
  /** It is the fifth day after this many months. */
  readonly setMonth: (months: number) => void
  readonly stop: () => Promise<void>
}

async function startBed(bench: Bench): Promise<Bed> {
  bench.say('an empty city')
  const dataFolder = mkdtempSync(join(tmpdir(), 'zhenyi-bench-ages-'))
  chmodSync(dataFolder, 0o755)
  const url = process.env['DATABASE_URL']
  const own = url ? await makeOwnDatabase(url) : undefined
  // A new database is filled by a process of its own, which reads the environment.
  process.env['CITY_DATA'] = 'empty'
  let now = new Date()
  const opened: Opened = await openApplication({
    config: readConfig({
      DATA_DIR: dataFolder,
      CITY_DATA: 'empty',
      ...(own === undefined ? {} : { DATABASE_URL: own.address }),
    }),
    log: silentLog,
    mode: 'join-or-start',
    onProgress: () => {},
    clock: () => now,
  })
  const owner = new pg.Client(opened.access.owner)
  await owner.connect()
  const companyUnit = newId()
  await owner.query(
    BASE.replaceAll(':unit', companyUnit).replaceAll(':label', companyUnit.replaceAll('-', '')),
  )
  const caller = systemCaller('bench')
  return {
    owner,
    companyUnit,
    context: () => contextOf(opened.app, caller, 'green-travel.recompute'),
    call: (operation, input) =>
      execute(opened.app, caller, operation as typeof greenTravel.recompute, input as never),
    setMonth: (months) => void (now = new Date(`${firstDayOf(months).slice(0, 7)}-05T02:00:00Z`)),
    async stop() {
      await owner.end()
      await opened.close()
      await own?.drop()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

const BASE = `
  set synchronous_commit = off;
  insert into organisations.organisation (id, parent_id, path, kind, name, adcode)
    select ':unit', id, path || ':label'::ltree, 'partner', '试验公交公司', '410400'
    from organisations.organisation where parent_id is null;
  insert into green_travel.company (id, organisation_id, made_by) values (1, ':unit', 'bench');
  insert into green_travel.route (id, company, code, name) select n, 1, n::text, n || '路' from generate_series(1, 30) n;
  insert into green_travel.reader (id, company, code, public_key, registered_on)
    select n, 1, 'R' || n, decode(repeat('ab', 32), 'hex'), '2020-01-01' from generate_series(1, 24) n;
  insert into green_travel.terms (id, from_day, member_fen, union_fen, rides_per_day, rides_per_month, voucher_days,
      code_seconds, clock_tolerance_seconds, late_days, retention_months, made_by)
    values (1, '2020-01-01', 1, 99, 4, 60, 3, 60, 60, 7, 120, 'bench');
  insert into green_travel.budget (id, organisation_id, name, from_month, to_month, made_by)
    select 1, id, '试验预算', 0, 500, 'bench' from organisations.organisation where parent_id is null;
  insert into green_travel.budget_parent (budget) values (1);
  select green_travel.appropriate(gen_random_uuid(), 1::smallint, 100000000000, '试验', '试验拨款', 'bench');`

/** A file a reader and day, its rides, what they add up to a half, route and day, and the days' postings. */
async function plantMonth({ owner }: Bed, month: number): Promise<void> {
  const first = firstDayOf(month)
  await owner.query(`select green_travel.prepare_month(${month})`)
  await owner.query(`
    insert into green_travel.scan_file (stored_file, name, bytes, company, made_by, received_at, state, reader, number, made_at,
        digest, lines, read_bytes, ended_at)
      select gen_random_uuid(), 'R' || r || '.txt', 1, 1, 'bench', date '${first}' + d, 'done', r, ${month} * 28 + d, date '${first}' + d,
        '', 1, 1, date '${first}' + d
      from generate_series(1, 24) r cross join generate_series(1, 28) d`)
  await owner.query(`
    insert into green_travel.ride (bk, voucher, counter, day, taken_at, read_at, recorded_at, company, route, reader, budget,
        member_fen, union_fen, company_fen, source, file)
      select bk, (${month}::bigint << 40) | (bk::bigint << 34) | serial, counter, day, day + time '08:00', day + time '08:00', day + 1, 1,
        1 + serial % 30, f.reader, 1, 1, 99, 100, 2, f.id
      from (select (g / 7813)::smallint as bk, (g % 7813) / 4 as serial, (g % 4 + 1)::smallint as counter,
          date '${first}' + (g / 4) % 28 as day, 1 + (g / 4) % 24 as reader
        from generate_series(0, ${RIDES_A_MONTH - 1}) g) made
      join (select id, reader, number - ${month} * 28 as d from green_travel.scan_file
        where number > ${month} * 28 and number <= ${month} * 28 + 28) f
        on f.reader = made.reader and f.d = made.day - date '${first}' + 1
      order by 1, 2, 3`)
  await owner.query(`
    insert into green_travel.ride_total (company, route, budget, day, result, file, half, rides, member_fen, union_fen, recorded_at)
      select 1, route, 1, day, 0, file, bk / 32, count(*), count(*), count(*) * 99, max(recorded_at) from green_travel.ride
      where voucher >= ${month}::bigint << 40 and voucher < ${month + 1}::bigint << 40 group by route, day, file, bk / 32`)
  await owner.query(`
    insert into green_travel.day_posting (day, company, budget, no, rides, member_fen, union_fen, transfer_id)
      select day, 1, 1, 1, sum(rides), sum(member_fen), sum(union_fen), gen_random_uuid() from green_travel.ride_total
      where day >= '${first}' and day < date '${first}' + 28 group by day`)
}

/** The month before is settled, and the newest waits to be checked. */
async function plantStatements(bed: Bed, month: number): Promise<string> {
  const [before, id] = [newId(), newId()]
  const earned = month * RIDES_A_MONTH * 99
  await bed.owner.query(
    `insert into green_travel.statement (id, company, month, cut_at, content, digest, due_fen, case_id, proposed_by, proposed_at)
     values ($1, 1, $2, $3, $4, repeat('0', 64), 1, gen_random_uuid(), 'bench', now())`,
    [before, month - 1, `${firstDayOf(month)}T12:00:00Z`, JSON.stringify({ earnedToDateFen: earned })],
  )
  await bed.owner.query(
    `insert into green_travel.statement_approval (company, month, statement, approved_by, recorded_at)
     values (1, $1, $2, 'bench', now())`,
    [month - 1, before],
  )
  const ctx = bed.context()
  const cutAt = new Date(`${firstDayOf(month + 1)}T12:00:00Z`)
  const company = { id: 1, unit: bed.companyUnit, name: '试验公交公司' }
  return ctx.db.transaction().execute(async (db) => {
    const inside = { ...ctx, db }
    const content = await makeContent(inside, company, month, cutAt)
    const { id: caseId } = await openCase(inside, statementProcedure, {
      subject: `green-travel.statement:${id}`,
      organisationId: bed.companyUnit,
      applicant: null,
      summary: 'bench',
      href: '/',
    })
    await sql`insert into green_travel.statement (id, company, month, cut_at, content, digest, due_fen, case_id, proposed_by, proposed_at)
      values (${id}, 1, ${month}, ${cutAt}, ${JSON.stringify(content)}, ${digestOf(content)}, ${content.dueFen}, ${caseId}, 'bench',
        ${ctx.now})`.execute(db)
    return id
  })
}
