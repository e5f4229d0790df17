import { sql } from 'kysely'
import { plantCity, type TestCity } from '#kernel/access/server/testing/city.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#tests/world.ts'
import { monthOfDay, voucherNumber } from '../../rules/voucher-number.ts'

/** A city whose members may ride: one company with two readers and a route, terms and a budget. */
export type TestProgramme = {
  readonly city: TestCity
  /** The organisation of the bus company, and of another one. */
  readonly companyUnit: string
  readonly otherCompanyUnit: string
  readonly budget: number
}

type Wishes = { readonly fen?: number; readonly slices?: number; readonly month?: number }

/** Owner's SQL: what operations would do in ten calls. The month is that of the world's first day, 2026-11. */
export async function plantProgramme(world: World, wishes: Wishes = {}): Promise<TestProgramme> {
  const { fen = 1_000_000, slices = 1, month = monthOfDay('2026-11-23') } = wishes
  const city = await plantCity(world)
  const [companyUnit, otherCompanyUnit] = [newId(), newId()]
  const db = world.owner.db
  for (const [id, name] of [
    [companyUnit, '东城公交公司'],
    [otherCompanyUnit, '西城公交公司'],
  ] as const)
    await sql`insert into organisations.organisation (id, parent_id, path, kind, name, adcode)
      values (${id}, ${city.root}, ${`root.${id.replaceAll('-', '')}`}, 'partner', ${name}, '410400')`.execute(
      db,
    )
  await sql`insert into green_travel.company (id, organisation_id, made_by)
    values (1, ${companyUnit}, 'test'), (2, ${otherCompanyUnit}, 'test')`.execute(db)
  await sql`insert into green_travel.route (id, company, code, name) values (1, 1, '101', '101路')`.execute(
    db,
  )
  await sql`insert into green_travel.reader (id, company, code, public_key, registered_on)
    select id, company, code, decode(repeat('ab', 32), 'hex'), '2026-01-01'
    from (values (1, 1, 'R1'), (2, 1, 'R2'), (3, 2, 'S1')) r (id, company, code)`.execute(db)
  await sql`insert into green_travel.terms (id, from_day, member_fen, union_fen, rides_per_day, rides_per_month, voucher_days,
      code_seconds, clock_tolerance_seconds, late_days, retention_months, made_by)
    values (1, '2020-01-01', 1, 99, 4, 60, 3, 60, 60, 7, 13, 'test')`.execute(db)
  await sql`insert into green_travel.budget (id, organisation_id, name, from_month, to_month, made_by)
    values (1, ${city.root}, '试验预算', ${month - 12}, ${month + 12}, 'test')`.execute(db)
  await sql`insert into green_travel.budget_parent (budget, slices) values (1, ${slices})`.execute(db)
  if (fen > 0)
    await sql`select green_travel.appropriate(${newId()}, 1::smallint, ${fen}, '工财〔2026〕1号', '试验拨款', 'test')`.execute(
      db,
    )
  await sql`insert into green_travel.signing_key (no, public_key, private_sealed)
    values (1, decode(repeat('cd', 32), 'hex'), '')`.execute(db)
  for (const m of [month - 1, month, month + 1])
    await sql`select green_travel.prepare_month(${m})`.execute(db)
  return { city, companyUnit, otherCompanyUnit, budget: 1 }
}

let made = 0

/**
 * A voucher written straight into the database, as `issue_voucher` does, with rides for up to three days and its budget
 * taken from slot 0. Answers its bucket and number.
 */
export async function plantVoucher(
  world: World,
  programme: TestProgramme,
  wish: { day: string; rides?: readonly [number, number, number]; bk?: number; rider?: string },
): Promise<{ bk: number; id: number; rider: string }> {
  const { day, rides = [4, 0, 0], bk = 7, rider = newId() } = wish
  made += 1
  const month = monthOfDay(day)
  const id = voucherNumber(month, bk, made)
  const total = rides.reduce((sum, count) => sum + count, 0)
  await world.owner.db.transaction().execute(async (db) => {
    await sql`insert into green_travel.rider (bk, month, id) values (${bk}, ${month}, ${rider}) on conflict do nothing`.execute(
      db,
    )
    await sql`select green_travel.take_budget(0::smallint, ${programme.budget}::smallint, 99::smallint, ${total})`.execute(
      db,
    )
    await sql`select green_travel.issue_voucher(${bk}::smallint, ${id}, ${rider}, ${programme.city.union}, ${programme.budget}::smallint,
      1::smallint, 1::smallint, decode(repeat('ef', 32), 'hex'), ${day}, ${[...rides]}::smallint[])`.execute(
      db,
    )
  })
  return { bk, id, rider }
}
