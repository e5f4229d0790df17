// Longer than most: one set of books, opened once, for all that may be posted to it.
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import {
  balanceOf,
  closeAccount,
  findAccount,
  openAccount,
  postPending,
  reserve,
  reverse,
  statementOf,
  transfer,
  transferAll,
  verifyLedger,
  voidPending,
} from '../index.ts'
import { expireDue } from './expire-due.ts'
import { codeOf, makeBooks, moving, subject, type Books } from './testing/books.ts'

let books: Books
beforeAll(async () => {
  books = await makeBooks()
})
afterAll(async () => {
  expect(await verifyLedger(books.ctx())).toMatchObject({ intact: true, findings: [] })
  await books.world.close()
})

const at = (moment: string) => books.world.setNow(new Date(moment))
const available = async (id: string) => (await balanceOf(books.ctx(), id)).available

describe('known failures of other ledgers', () => {
  test('Blnk #181: of six reservations of 1000 on 5000 exactly five are accepted', async () => {
    const fund = await books.funded(5000)
    const codes: string[] = []
    for (let n = 0; n < 6; n += 1)
      codes.push(await codeOf(reserve(books.ctx(), moving(fund, books.company, 1000))))
    expect(codes).toEqual(['done', 'done', 'done', 'done', 'done', 'overdraft'])
    expect(await balanceOf(books.ctx(), fund.id)).toMatchObject({ posted: 5000, held: 5000, available: 0 })
  })

  test('Blnk #182: what was refused, voided or expired is never posted later', async () => {
    at('2026-11-23T02:00:00Z')
    const fund = await books.funded(1000)
    const refused = { ...moving(fund, books.company, 1001) }
    expect(await codeOf(reserve(books.ctx(), refused))).toBe('overdraft')
    expect(await codeOf(postPending(books.ctx(), { key: newId(), pendingId: newId() }))).toBe('not-found')
    const voided = await reserve(books.ctx(), moving(fund, books.company, 400))
    await voidPending(books.ctx(), { key: newId(), pendingId: voided.id })
    expect(await codeOf(postPending(books.ctx(), { key: newId(), pendingId: voided.id }))).toBe(
      'pending-voided',
    )
    const expiresAt = new Date('2026-11-23T03:00:00Z')
    const timed = await reserve(books.ctx(), { ...moving(fund, books.company, 400), expiresAt })
    at('2026-11-23T03:00:00Z')
    expect(await codeOf(postPending(books.ctx(), { key: newId(), pendingId: timed.id }))).toBe(
      'pending-expired',
    )
    expect(await available(fund.id)).toBe(600)
    expect(await expireDue(books.ctx())).toBe(1)
    expect(await expireDue(books.ctx())).toBe(0)
    expect(await codeOf(voidPending(books.ctx(), { key: newId(), pendingId: timed.id }))).toBe(
      'pending-expired',
    )
    expect(await available(fund.id)).toBe(1000)
  })

  test('Blnk #87: the rule an account was opened with is stored, answered and in force', async () => {
    const { id, organisationId, programme, key } = await books.account({ forbidsOverdraft: true })
    expect(await findAccount(books.ctx(), { organisationId, programme, key })).toMatchObject({
      id,
      forbidsOverdraft: true,
    })
    const loose = await books.account({ forbidsOverdraft: false })
    expect(await codeOf(transfer(books.ctx(), { ...moving(books.source, loose, 1), debit: id }))).toBe(
      'overdraft',
    )
    await transfer(books.ctx(), moving(loose, books.company, 7))
    expect(await available(loose.id)).toBe(-7)
  })

  test('a key reused with other content is refused; with the same it answers the first result', async () => {
    const fund = await books.funded(1000)
    const wish = moving(fund, books.company, 300)
    const first = await transfer(books.ctx(), wish)
    expect(await transfer(books.ctx(), wish)).toEqual(first)
    expect(await codeOf(transfer(books.ctx(), { ...wish, amount: 301 }))).toBe('key-reused')
    expect(await codeOf(reserve(books.ctx(), wish))).toBe('key-reused')
    expect(await codeOf(transfer(books.ctx(), { ...wish, memo: '另一件事' }))).toBe('key-reused')
    const elsewhere = { ...wish, debit: books.source.id }
    expect(await codeOf(transfer(books.ctx(), elsewhere))).toBe('key-reused')
    expect(await available(fund.id)).toBe(700)
  })

  test('the whole chain of reservations is posted or voided together (TigerBeetle #3382)', async () => {
    const fund = await books.funded(100)
    const held = await transferAll(books.ctx(), [
      { kind: 'pending', ...moving(fund, books.company, 40) },
      { kind: 'pending', ...moving(fund, books.company, 60) },
    ])
    await voidPending(books.ctx(), { key: newId(), pendingId: held[1]!.id })
    const posts = held.map(({ id }) => ({ kind: 'post' as const, key: newId(), pendingId: id }))
    expect(await codeOf(transferAll(books.ctx(), posts))).toBe('pending-voided')
    expect(await balanceOf(books.ctx(), fund.id)).toMatchObject({ posted: 100, held: 40 })
  })
})

describe('batches', () => {
  test('one that cannot be posted leaves none', async () => {
    const [fund, other] = [await books.funded(100), await books.funded(1)]
    const wishes = [
      { kind: 'posted' as const, ...moving(fund, other, 100) },
      { kind: 'posted' as const, ...moving(other, books.company, 102) },
    ]
    expect(await codeOf(transferAll(books.ctx(), wishes))).toBe('overdraft')
    expect(await available(fund.id)).toBe(100)
    wishes[1]!.amount = 101
    const made = await transferAll(books.ctx(), wishes)
    expect(await transferAll(books.ctx(), wishes)).toEqual(made)
    expect([await available(fund.id), await available(other.id)]).toEqual([0, 0])
    const longer = [...wishes, { kind: 'posted' as const, ...moving(books.source, fund, 5) }]
    expect(await codeOf(transferAll(books.ctx(), longer))).toBe('key-reused')
  })

  test.each([
    ['an amount of nothing', { amount: 0 }, 'amount'],
    ['a negative amount', { amount: -5 }, 'amount'],
    ['part of a fen', { amount: 0.5 }, 'amount'],
    ['more than a number holds exactly', { amount: 2 ** 53 }, 'amount'],
    ['a day to come', { effectiveOn: '2999-01-01' }, 'day-to-come'],
    ['the ledger’s own keys', { key: 'expiry:of-mine' }, 'key-reserved'],
    ['an account that is not there', { credit: newId() }, 'not-found'],
  ])('%s is refused by name', async (_what, over, code) => {
    expect(await codeOf(transfer(books.ctx(), { ...moving(books.source, books.company, 1), ...over }))).toBe(
      code,
    )
  })

  test('one account on both sides, two currencies, one key twice', async () => {
    const points = await books.account({ currency: 'points' })
    const { source, company } = books
    expect(await codeOf(transfer(books.ctx(), moving(source, source, 1)))).toBe('same-account')
    expect(await codeOf(transfer(books.ctx(), moving(source, points, 1)))).toBe('currencies-differ')
    const twice = { kind: 'posted' as const, ...moving(source, company, 1) }
    expect(await codeOf(transferAll(books.ctx(), [twice, twice]))).toBe('key-twice')
  })
})

describe('reservations and reversals', () => {
  test('a part is posted, the rest is free again', async () => {
    const fund = await books.funded(1000)
    const held = await reserve(books.ctx(), moving(fund, books.company, 900))
    const beyond = { key: newId(), pendingId: held.id, amount: 901 }
    expect(await codeOf(postPending(books.ctx(), beyond))).toBe('beyond-pending')
    const wish = { key: newId(), pendingId: held.id, amount: 250 }
    const posted = await postPending(books.ctx(), wish)
    expect(await postPending(books.ctx(), wish)).toEqual(posted)
    expect(await codeOf(postPending(books.ctx(), { key: newId(), pendingId: held.id }))).toBe(
      'pending-posted',
    )
    expect(await balanceOf(books.ctx(), fund.id)).toMatchObject({ posted: 750, held: 0, available: 750 })
  })

  test('what is only expected does not count as there', async () => {
    const [fund, other] = [await books.funded(100), await books.funded(1)]
    await reserve(books.ctx(), moving(fund, other, 100))
    expect(await balanceOf(books.ctx(), other.id)).toMatchObject({ expected: 100, available: 1 })
    expect(await codeOf(transfer(books.ctx(), moving(other, books.company, 2)))).toBe('overdraft')
  })

  test('all reversals together give back at most what was posted, and none what is spent', async () => {
    const fund = await books.funded(1000)
    const paid = await transfer(books.ctx(), moving(fund, books.company, 600))
    const back = (amount?: number) =>
      reverse(books.ctx(), { key: newId(), transferId: paid.id, subject, ...(amount && { amount }) })
    const first = await back(200)
    expect(await codeOf(back(401))).toBe('reversal-beyond')
    expect((await back()).amount).toBe(400)
    expect(await codeOf(back())).toBe('reversal-beyond')
    expect(await available(fund.id)).toBe(1000)
    const again = { key: newId(), transferId: first.id, subject }
    expect(await codeOf(reverse(books.ctx(), again))).toBe('not-found')
    const spent = await books.funded(50)
    const income = await transfer(books.ctx(), moving(books.source, spent, 50))
    await transfer(books.ctx(), moving(spent, books.company, 100))
    const undo = { key: newId(), transferId: income.id, subject }
    expect(await codeOf(reverse(books.ctx(), undo))).toBe('overdraft')
  })

  test('a closed account moves no more, and one with a reservation is not closed', async () => {
    const fund = await books.funded(100)
    const held = await reserve(books.ctx(), moving(fund, books.company, 10))
    expect(await codeOf(closeAccount(books.ctx(), fund.id, '年度结束'))).toBe('account-has-pending')
    const end = { key: newId(), pendingId: held.id }
    await voidPending(books.ctx(), end)
    await closeAccount(books.ctx(), fund.id, '年度结束')
    expect(await codeOf(closeAccount(books.ctx(), fund.id, '年度结束'))).toBe('account-closed')
    expect(await codeOf(transfer(books.ctx(), moving(books.source, fund, 1)))).toBe('account-closed')
    expect((await voidPending(books.ctx(), end)).kind).toBe('void')
  })

  test('an account is opened once under its key', async () => {
    const made = await books.account({ key: 'once' })
    const { id: _id, normalSide, openedAt: _openedAt, closedAt: _closedAt, ...wish } = made
    expect(await openAccount(books.ctx(), wish)).toEqual(made)
    expect(await codeOf(openAccount(books.ctx(), { ...wish, forbidsOverdraft: true }))).toBe('key-reused')
    expect(normalSide).toBe('credit')
  })
})

test('as of any day, and as recorded at any moment', async () => {
  at('2026-11-20T04:00:00Z')
  const fund = await books.funded(1000)
  const held = await reserve(books.ctx(), moving(fund, books.company, 300))
  at('2026-11-21T04:00:00Z')
  const early = { key: newId(), pendingId: held.id, effectiveOn: '2026-11-19' }
  expect(await codeOf(postPending(books.ctx(), early))).toBe('before-cause')
  await postPending(books.ctx(), { key: newId(), pendingId: held.id })
  const recordedUpTo = await momentBetween()
  at('2026-11-22T04:00:00Z')
  await transfer(books.ctx(), { ...moving(fund, books.company, 5), effectiveOn: '2026-11-20' })
  const on = (day: string, recorded?: Date) =>
    balanceOf(books.ctx(), fund.id, { day, recordedUpTo: recorded })
  expect(await on('2026-11-19')).toMatchObject({ posted: 0, held: 0 })
  expect(await on('2026-11-20')).toMatchObject({ posted: 995, held: 300, available: 695 })
  expect(await on('2026-11-21')).toMatchObject({ posted: 695, held: 0 })
  expect(await on('2026-11-20', recordedUpTo)).toMatchObject({ posted: 1000, held: 300 })
  expect(await on('2026-11-22', recordedUpTo)).toMatchObject({ posted: 700, held: 0 })
  const month = { accountId: fund.id, from: '2026-11-21', limit: 10 }
  expect(await statementOf(books.ctx(), month)).toMatchObject({
    opening: 995,
    closing: 695,
    debits: 300,
    total: 1,
  })
  const asRecorded = await statementOf(books.ctx(), { ...month, recordedUpTo })
  expect(asRecorded).toMatchObject({ opening: 1000, closing: 700, total: 1 })
})

/** The database's clock stamps rows to the microsecond, a Date holds milliseconds: one that lies clearly between two. */
async function momentBetween(): Promise<Date> {
  const { rows } = await sql<{ moment: Date }>`
    select clock_timestamp() + interval '2 milliseconds' as moment from pg_sleep(0.002)`.execute(
    books.ctx().db,
  )
  await sql`select pg_sleep(0.005)`.execute(books.ctx().db)
  return rows[0]!.moment
}
