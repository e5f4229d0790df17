import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { member, officerAt } from '#kernel/organisations/server/testing/plant-tree.ts'
import { ledger } from '../contract.ts'
import { reserve, transfer, verifyLedger, voidPending, type Account } from '../index.ts'
import { makeBooks, moving, type Books } from './testing/books.ts'

let books: Books
let fund: Account
let transferId: string
beforeAll(async () => {
  books = await makeBooks()
  fund = await books.funded(1000)
  transferId = (await transfer(books.ctx(), moving(fund, books.company, 100))).id
  await reserve(books.ctx(), moving(fund, books.company, 200))
})
afterAll(() => books.world.close())

describe('the server’s role', () => {
  test.each([
    'update ledger.transfer set amount = 1',
    'delete from ledger.transfer',
    'truncate ledger.transfer cascade',
    'insert into ledger.transfer (id) select gen_random_uuid()',
    'update ledger.balance set credits_posted = 1000000',
    'insert into ledger.balance select * from ledger.balance',
    'delete from ledger.balance',
    'update ledger.account set forbids_overdraft = false',
    'update ledger.account set closed_at = null',
    'delete from ledger.day_total',
    'delete from ledger.open_pending',
    'alter table ledger.balance disable trigger all',
    `select ledger.post_one('{}', '{}')`,
    `select ledger.carry(t) from ledger.transfer t`,
    `select ledger.lock_balances('{}')`,
  ])('may not: %s', async (statement) => {
    const work = sql.raw(statement).execute(books.ctx().db)
    await expect(work).rejects.toThrow(/permission denied|must be owner/)
  })

  test('cannot end a reservation early by the ledger’s own kind of entry', async () => {
    const wish = [{ id: newId(), kind: 'expiry', key: `expiry:${newId()}`, pendingId: await openPending() }]
    const caller = { at: '2999-01-01T00:00:00Z', today: '2026-11-23', madeBy: 'x', operation: 'x' }
    const work = sql`select ledger.post(${JSON.stringify(wish)}::jsonb, ${JSON.stringify(caller)}::jsonb)`
    await expect(work.execute(books.ctx().db)).rejects.toMatchObject({ constraint: 'pending_not_due' })
  })

  const openPending = async () => {
    const { rows } = await sql<{ id: string }>`select transfer_id as id from ledger.open_pending`.execute(
      books.ctx().db,
    )
    return rows[0]!.id
  }
})

describe('what the owner’s hand changed is found, and by its name', () => {
  const found = async () => (await verifyLedger(books.ctx())).findings.map(({ kind }) => kind)
  const by = async (change: string, undo: string) => {
    const { db } = books.world.owner
    await sql.raw(change).execute(db)
    const kinds = await found()
    await sql.raw(undo).execute(db)
    expect(await found()).toEqual([])
    return kinds
  }

  test('a balance', async () => {
    const where = () => `where account_id = '${fund.id}'`
    expect(
      await by(
        `update ledger.balance set credits_posted = credits_posted + 5 ${where()}`,
        `update ledger.balance set credits_posted = credits_posted - 5 ${where()}`,
      ),
    ).toEqual(['balance'])
  })

  test('an amount in the history', async () => {
    const set = (amount: number) => `update ledger.transfer set amount = ${amount} where id = '${transferId}'`
    expect(new Set(await by(set(99), set(100)))).toEqual(new Set(['balance', 'day-total']))
  })

  test('an amount that overdraws', async () => {
    const set = (amount: number) => `update ledger.transfer set amount = ${amount} where id = '${transferId}'`
    expect(await by(set(801), set(100))).toContain('overdraft')
  })

  test('an end that does not fit what it ends', async () => {
    const held = await reserve(books.ctx(), moving(fund, books.company, 50))
    const ended = await voidPending(books.ctx(), { key: newId(), pendingId: held.id })
    const set = (amount: number) =>
      `update ledger.transfer set amount = ${amount}, released = ${amount} where id = '${ended.id}'`
    expect(new Set(await by(set(49), set(50)))).toEqual(new Set(['balance', 'link']))
  })

  test('a day', async () => {
    const set = (day: string) =>
      `update ledger.transfer set effective_on = '${day}' where id = '${transferId}'`
    expect(new Set(await by(set('2026-11-01'), set('2026-11-23')))).toEqual(new Set(['day-total']))
  })

  test('a reservation that is no longer listed', async () => {
    expect(
      await by(
        'delete from ledger.open_pending',
        `insert into ledger.open_pending select id, expires_at from ledger.transfer held
          where kind = 'pending' and not exists (select from ledger.transfer where pending_id = held.id)`,
      ),
    ).toEqual(['open-pending'])
  })
})

describe('who may read', () => {
  const as = (unit: 'city' | 'xinhua' | 'ruzhou') =>
    books.world.as(officerAt(books.tree[unit], ['ledger.read']))

  test('the account’s own county and the city may, another county and a member may not', async () => {
    const input = { accountId: fund.id }
    for (const unit of ['city', 'xinhua'] as const) {
      const row = await as(unit).call(ledger.getAccount, { id: fund.id })
      expect(row).toMatchObject({ id: fund.id, balance: { posted: 900, held: 200, available: 700 } })
      expect((await as(unit).call(ledger.listAccounts, {})).total).toBe(3)
      expect((await as(unit).call(ledger.listTransfers, input)).total).toBe(5)
      expect(await as(unit).call(ledger.verify, {})).toMatchObject({
        intact: true,
        accounts: 3,
        transfers: 5,
      })
    }
    const other = as('ruzhou')
    await expect(other.call(ledger.getAccount, { id: fund.id })).rejects.toMatchObject({ status: 404 })
    await expect(other.call(ledger.getStatement, input)).rejects.toMatchObject({ status: 404 })
    await expect(other.call(ledger.exportStatement, input)).rejects.toMatchObject({ status: 404 })
    await expect(other.call(ledger.verify, input)).rejects.toMatchObject({ status: 404 })
    expect(await other.call(ledger.listAccounts, {})).toEqual({ rows: [], total: 0 })
    expect(await other.call(ledger.listTransfers, input)).toEqual({ rows: [], total: 0 })
    expect(await other.call(ledger.verify, {})).toMatchObject({ accounts: 0, transfers: 0 })
    const person = books.world.as(member({ bk: 1, id: newId() }))
    for (const operation of Object.values(ledger))
      await expect(person.call(operation, { id: fund.id, ...input } as never)).rejects.toMatchObject({
        status: 403,
      })
  })
})

describe('the statement', () => {
  const officer = () => books.world.as(officerAt(books.tree.xinhua, ['ledger.read']))

  test('runs its balance over all lines, and a filter or a page only chooses which are shown', async () => {
    const whole = await officer().call(ledger.getStatement, { accountId: fund.id })
    expect(whole).toMatchObject({ opening: 0, closing: 900, debits: 100, credits: 1000, total: 2 })
    expect(whole.rows.map(({ debit, credit, balance }) => [debit, credit, balance])).toEqual([
      [0, 1000, 1000],
      [100, 0, 900],
    ])
    const second = await officer().call(ledger.getStatement, { accountId: fund.id, page: 2, pageSize: 1 })
    expect(second.rows).toEqual([whole.rows[1]])
    const debits = await officer().call(ledger.getStatement, { accountId: fund.id, side: 'debit' })
    expect(debits).toMatchObject({ closing: 900, total: 1, rows: [{ balance: 900 }] })
    const named = await officer().call(ledger.getStatement, { accountId: fund.id, search: '拨款' })
    expect(named.rows).toEqual([whole.rows[0]])
    const noPattern = await officer().call(ledger.getStatement, { accountId: fund.id, search: '%' })
    expect(noPattern.total).toBe(0)
  })

  test('is exported with its balances, and the export is on record', async () => {
    const file = await officer().call(ledger.exportStatement, { accountId: fund.id, format: 'csv' })
    const text = Buffer.from(file.content).toString('utf8')
    expect(text).toContain('期初余额 0，借方合计 100，贷方合计 1000，期末余额 900')
    expect(text.trimEnd().split('\r\n')).toHaveLength(4 + 1 + 2)
    expect(file.rows).toBe(2)
    const { rows } = await sql<{ lines: number }>`select count(*) as lines from audit.line
      where operation = 'ledger.export-statement' and subjects @> array[${`ledger-account:${fund.id}`}]`.execute(
      books.ctx().db,
    )
    expect(rows[0]!.lines).toBe(1)
    const sheet = await officer().call(ledger.exportStatement, { accountId: fund.id })
    expect(Buffer.from(sheet.content).subarray(0, 2).toString()).toBe('PK')
  })
})
