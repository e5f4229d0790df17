import type { PersonKey } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { World } from '#tests/world.ts'

/** What other modules keep of a person, by whatever they know them: key, account's digest, phone, pseudonym, an entry. */
export const aroundTables = [
  'stations.check_in',
  'stations.keeper',
  'review.case_file',
  'review.action',
  'ledger.transfer',
  'green_travel.rider',
  'green_travel.voucher',
] as const

const VOUCHER_MONTH = 82
const BUCKET_SHIFT = 2 ** 34
const MONTH_SHIFT = 2 ** 40

/**
 * For tests: a row of each of them, written as the owner and without their foreign keys, since only the rows' staying is
 * asked for. `serial` keeps them apart.
 */
export async function plantAround(world: World, { bk, id }: PersonKey, serial: number): Promise<void> {
  const [caseId, organisation] = [newId(), newId()]
  const voucher = VOUCHER_MONTH * MONTH_SHIFT + bk * BUCKET_SHIFT + serial
  const client = await world.owner.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    const put = (text: string, values: readonly unknown[]) => client.query(text, [...values])
    await put(
      `insert into stations.check_in (bk, id, visitor, station_id, at, half_hour, proof)
       values ($1, $2, decode(md5($3::uuid::text), 'hex'), $4, '2026-11-20T02:00Z', $5, 'code')`,
      [bk, newId(), id, newId(), serial],
    )
    await put(
      `insert into stations.keeper (id, station_id, name, phone_index, phone_sealed, from_at)
       values ($1, $2, '张小明', sha256($3::uuid::text::bytea), '\\x00', '2026-01-01')`,
      [newId(), newId(), id],
    )
    await put(
      `insert into review.case_file (id, procedure, subject, organisation_id, summary, applicant_bk, applicant_id, opened_at)
       values ($1::uuid, 'test.case', 'test.case:' || $1::uuid, $2, '一件事项', $3, $4, now())`,
      [caseId, organisation, bk, id],
    )
    await put(
      `insert into review.action (case_id, no, move, to_state, applicant, proposer, actor_bk, actor_id, actor_name, decides, at)
       values ($1, 1, 'apply', 'open', 'person:' || $3::uuid, 'system', $2, $3::uuid, '张小明', false, now())`,
      [caseId, bk, id],
    )
    await put(
      `insert into ledger.transfer (id, key, digest, kind, debit_account_id, credit_account_id, currency, amount,
         effective_on, subject, made_by, operation)
       values ($1::uuid, 'test:' || $1::uuid, md5($2::uuid::text) || md5($2::uuid::text), 'posted', $3, $4, 'fen', 100, '2026-11-20',
         'person:' || $2::uuid, 'test', 'test')`,
      [newId(), id, newId(), newId()],
    )
    await put(`insert into green_travel.rider (bk, month, id, issued) values ($1, $2, $3, 2)`, [
      bk,
      VOUCHER_MONTH,
      id,
    ])
    await put(
      `insert into green_travel.voucher (bk, id, month, rider, union_id, budget, terms, signing_key, device_key, first_day,
         rides_1, rides_2, rides_3, void_due_on)
       values ($1, $2, $3, $4::uuid, $5, 1, 1, 1, sha256($4::uuid::text::bytea), '2026-11-20', 2, 0, 0, '2026-11-28')`,
      [bk, voucher, VOUCHER_MONTH, id, organisation],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Every row of those tables as text, so that one that is lost, moved or changed shows. */
export async function rowsAround(world: World): Promise<string[]> {
  const rows: string[] = []
  for (const table of aroundTables) {
    const found = await world.owner.pool.query<{ row: string }>(
      `select '${table} ' || to_jsonb(t)::text as row from ${table} t order by 1`,
    )
    rows.push(...found.rows.map(({ row }) => row))
  }
  return rows
}
