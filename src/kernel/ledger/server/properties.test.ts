// Longer than most: the steps that are drawn and the model that they are held against are read side by side.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { balanceOf, transferAll, verifyLedger, type Account, type Wish } from '../index.ts'
import { expireDue } from './expire-due.ts'
import { applyWish, expireModel, type Model } from './rules/model.ts'
import { makeBooks, subject, type Books } from './testing/books.ts'

let books: Books
beforeAll(async () => {
  books = await makeBooks()
})
afterAll(() => books.world.close())

/** What may be asked for, by place: accounts and earlier transfers are named by number. */
type Step =
  | { do: 'posted' | 'pending'; from: number; to: number; amount: number; lasts: number }
  | { do: 'post' | 'void' | 'reversal'; of: number; amount: number | undefined }
  | { do: 'repeat'; of: number; more: number }
  | { do: 'wait'; minutes: number }

const place = fc.nat({ max: 3 })
const amount = fc.integer({ min: 1, max: 60 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('posted' as const, 'pending' as const),
      from: place,
      to: place,
      amount,
      lasts: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('post' as const, 'void' as const, 'reversal' as const),
      of: fc.nat({ max: 40 }),
      amount: fc.option(amount, { nil: undefined }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('repeat' as const),
      of: fc.nat({ max: 40 }),
      more: fc.nat({ max: 1 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.nat({ max: 90 }) }) },
)

/** Two sources that may go below zero, and two that may not, of either side. */
async function openFour(): Promise<Account[]> {
  return [
    await books.account({ kind: 'income' }),
    await books.account({ kind: 'asset' }),
    await books.account({ kind: 'fund', forbidsOverdraft: true }),
    await books.account({ kind: 'asset', forbidsOverdraft: true }),
  ]
}

function wishOf(
  taken: Step,
  accounts: readonly Account[],
  ids: readonly string[],
  sent: readonly Wish[],
  now: Date,
): Wish | undefined {
  const key = `test:${newId()}`
  if ('from' in taken) {
    const wish = {
      key,
      debit: accounts[taken.from]!.id,
      credit: accounts[taken.to]!.id,
      amount: taken.amount,
      subject,
    }
    if (taken.do === 'posted') return { kind: 'posted', ...wish }
    const expiresAt = new Date(now.getTime() + taken.lasts * 1_800_000)
    return { kind: 'pending', ...wish, ...(taken.lasts > 0 && { expiresAt }) }
  }
  if (taken.do === 'repeat') {
    const first = sent[taken.of % Math.max(1, sent.length)]
    return first && (taken.more === 0 ? first : { ...first, memo: 'other' })
  }
  if (taken.do === 'wait' || ids.length === 0) return undefined
  const id = ids[taken.of % ids.length]!
  const part = taken.amount === undefined ? {} : { amount: taken.amount }
  if (taken.do === 'post') return { kind: 'post', key, pendingId: id, ...part }
  return taken.do === 'void'
    ? { kind: 'void', key, pendingId: id }
    : { kind: 'reversal', key, transferId: id, subject, ...part }
}

type Attempt = { readonly code: string; readonly id?: string }

const attempt = (ctx: Context, wishes: readonly Wish[]): Promise<Attempt> =>
  transferAll(ctx, wishes).then(
    ([first]) => ({ code: 'done', id: first!.id }),
    (error: { code?: string }) => {
      if (error.code === undefined || /^[0-9]/.test(error.code)) throw error
      return { code: error.code }
    },
  )

const emptyModel = (accounts: readonly Account[]): Model => ({
  accounts: new Map(
    accounts.map(({ id, normalSide, forbidsOverdraft }) => [
      id,
      {
        normalSide,
        forbidsOverdraft,
        sums: { debitsPosted: 0, creditsPosted: 0, debitsPending: 0, creditsPending: 0 },
      },
    ]),
  ),
  byKey: new Map(),
  byId: new Map(),
})

/** What an earlier run still holds would fall due in this one's time. */
async function forgetHeld(): Promise<void> {
  books.world.setNow(new Date('2099-01-01T00:00:00Z'))
  await expireDue(books.ctx())
}

test('the database does what the model does, wish by wish', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      await forgetHeld()
      const accounts = await openFour()
      const model = emptyModel(accounts)
      const sent: Wish[] = []
      let now = new Date('2026-11-23T02:00:00Z')
      for (const taken of steps) {
        if (taken.do === 'wait') {
          now = new Date(now.getTime() + taken.minutes * 60_000)
          books.world.setNow(now)
          expect(await expireDue(books.ctx())).toBe(expireModel(model, now))
          continue
        }
        const wish = wishOf(taken, accounts, [...model.byId.keys()], sent, now)
        if (wish === undefined) continue
        books.world.setNow(now)
        const { code, id } = await attempt(books.ctx(), [wish])
        const expected = applyWish(model, wish, id ?? '', now)
        expect(code).toBe('done' in expected ? 'done' : expected.refused)
        if ('done' in expected) expect(id).toBe(expected.done.id)
        sent.push(wish)
      }
      for (const { id } of accounts)
        expect(await balanceOf(books.ctx(), id)).toMatchObject(model.accounts.get(id)!.sums)
    }),
    { numRuns: 25 },
  )
  expect(await verifyLedger(books.ctx())).toMatchObject({ intact: true })
})

test('whatever runs at once, in batches of any order: the books balance and nothing is overdrawn', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 8, maxLength: 30 }),
      async (batches) => {
        const accounts = await openFour()
        const now = new Date('2026-11-23T02:00:00Z')
        books.world.setNow(now)
        const ids: string[] = []
        const sent: Wish[] = []
        await attempt(books.ctx(), [fund(accounts[0]!, accounts[2]!), fund(accounts[3]!, accounts[1]!)])
        const run = async (steps: readonly Step[]) => {
          const wishes = steps.flatMap((taken) => wishOf(taken, accounts, ids, sent, now) ?? [])
          if (wishes.length === 0) return
          const { id } = await attempt(books.ctx(), wishes)
          if (id !== undefined) ids.push(id)
          sent.push(...wishes)
        }
        const half = batches.length / 2
        await Promise.all(batches.slice(0, half).map(run))
        const late = () => {
          books.world.setNow(new Date(now.getTime() + 1_800_000))
          return expireDue(books.ctx())
        }
        await Promise.all([...batches.slice(half).map(run), late(), late()])
        expect(await verifyLedger(books.ctx())).toMatchObject({ intact: true })
        expect(await sums(books.ctx())).toEqual([0, 0])
      },
    ),
    { numRuns: 12 },
  )
})

const fund = (debit: Account, credit: Account): Wish => ({
  kind: 'posted',
  key: `test:${newId()}`,
  debit: debit.id,
  credit: credit.id,
  amount: 100,
  subject,
})

/** What all accounts hold together, by currency and by what is pending: debits are credits. */
async function sums(ctx: Context): Promise<number[]> {
  const { rows } = await sql<{ posted: number; pending: number }>`
    select sum(debits_posted - credits_posted)::bigint as posted, sum(debits_pending - credits_pending)::bigint as pending
    from ledger.balance join ledger.account on id = account_id group by currency`.execute(ctx.db)
  expect(rows).toHaveLength(1)
  return [rows[0]!.posted, rows[0]!.pending]
}
