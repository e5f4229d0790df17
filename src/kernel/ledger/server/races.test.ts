import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import {
  balanceOf,
  closeAccount,
  postPending,
  reserve,
  reverse,
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

const times = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)))
const done = (codes: readonly string[]) => codes.filter((code) => code === 'done').length

test('64 reservations at once for the last 99 fen: one is accepted', async () => {
  const fund = await books.funded(99)
  const codes = await times(64, () => codeOf(reserve(books.ctx(), moving(fund, books.company, 99))))
  expect(done(codes)).toBe(1)
  expect(new Set(codes)).toEqual(new Set(['done', 'overdraft']))
  expect(await balanceOf(books.ctx(), fund.id)).toMatchObject({ posted: 99, held: 99, available: 0 })
})

test('the same key from 32 places at once moves once, and all of them get the same answer', async () => {
  const fund = await books.funded(1000)
  const wish = moving(fund, books.company, 10)
  const answers = await times(32, () => transfer(books.ctx(), wish))
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
  expect((await balanceOf(books.ctx(), fund.id)).posted).toBe(990)
})

test('the same key with other accounts at once: one moves, the others are told', async () => {
  const funds = [
    await books.funded(10),
    await books.funded(10),
    await books.funded(10),
    await books.funded(10),
  ]
  const wish = moving(funds[0]!, books.company, 10)
  const codes = await times(16, (n) => codeOf(transfer(books.ctx(), { ...wish, debit: funds[n % 4]!.id })))
  const left = await Promise.all(funds.map(async ({ id }) => (await balanceOf(books.ctx(), id)).posted))
  expect(left.toSorted()).toEqual([0, 10, 10, 10])
  expect(new Set(codes)).toEqual(new Set(['done', 'key-reused']))
  expect(done(codes)).toBe(4)
})

test('post, void and expiry of one reservation at once: one of them ends it', async () => {
  for (let round = 0; round < 12; round += 1) {
    books.world.setNow(new Date('2026-11-23T02:00:00Z'))
    const early = books.ctx()
    const fund = await books.funded(50)
    const expiresAt = new Date('2026-11-23T02:30:00Z')
    const held = await reserve(early, { ...moving(fund, books.company, 50), expiresAt })
    books.world.setNow(expiresAt)
    const late = books.ctx()
    const end = () => ({ key: newId(), pendingId: held.id })
    const [posted, voided, ...expired] = await Promise.all([
      codeOf(postPending(early, end())),
      codeOf(voidPending(early, end())),
      expireDue(late),
      expireDue(late),
    ])
    expect(done([posted, voided]) + expired.reduce((a, b) => a + b)).toBe(1)
    const left = await balanceOf(late, fund.id)
    expect(left).toMatchObject({ held: 0, available: posted === 'done' ? 0 : 50 })
  }
})

test('reversals at once give back no more than was posted', async () => {
  const fund = await books.funded(100)
  const paid = await transfer(books.ctx(), moving(fund, books.company, 100))
  const codes = await times(16, () =>
    codeOf(reverse(books.ctx(), { key: newId(), transferId: paid.id, amount: 30, subject })),
  )
  expect(done(codes)).toBe(3)
  expect((await balanceOf(books.ctx(), fund.id)).posted).toBe(90)
})

test('batches that name accounts in any order wait for each other and never in a circle', async () => {
  const funds = [await books.funded(500), await books.funded(500), await books.funded(500)]
  const round = (n: number) =>
    [0, 1, 2].map((turn) => ({
      kind: 'posted' as const,
      ...moving(funds[(n + turn) % 3]!, funds[(n + turn + 1 + (n % 2)) % 3]!, 1 + (n % 7)),
    }))
  const codes = await times(60, (n) => codeOf(transferAll(books.ctx(), round(n))))
  expect(done(codes)).toBe(60)
})

test('an account is closed before a transfer or after it, never during', async () => {
  const fund = await books.funded(100)
  const [closing, ...codes] = await Promise.all([
    codeOf(closeAccount(books.ctx(), fund.id, '年度结束')),
    ...Array.from({ length: 12 }, () => codeOf(transfer(books.ctx(), moving(fund, books.company, 1)))),
  ])
  expect(closing).toBe('done')
  expect((await balanceOf(books.ctx(), fund.id)).posted).toBe(100 - done(codes))
  const { rows } = await sql<{ late: number }>`
    select count(*) as late from ledger.transfer t join ledger.account a on a.id = t.debit_account_id
    where a.id = ${fund.id} and t.recorded_at > a.closed_at`.execute(books.ctx().db)
  expect(rows[0]!.late).toBe(0)
})

test('verifying while others post sees one moment, in which everything agrees', async () => {
  const fund = await books.funded(1000)
  const [verdicts] = await Promise.all([
    times(4, () => verifyLedger(books.ctx())),
    times(80, () => transfer(books.ctx(), moving(fund, books.company, 3))),
  ])
  expect(verdicts.flatMap(({ findings }) => findings)).toEqual([])
})

test('a transaction that fails later leaves nothing behind', async () => {
  const fund = await books.funded(100)
  const failing = books
    .ctx()
    .db.transaction()
    .execute(async (db) => {
      await transfer({ ...books.ctx(), db }, moving(fund, books.company, 40))
      throw new Error('the command failed afterwards')
    })
  await expect(failing).rejects.toThrow('afterwards')
  expect((await balanceOf(books.ctx(), fund.id)).posted).toBe(100)
})
