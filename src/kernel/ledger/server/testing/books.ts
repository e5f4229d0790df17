import { contextOf, systemCaller } from '#platform/application.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { plantTree, type PlantedTree } from '#kernel/organisations/server/testing/plant-tree.ts'
import { makeWorld, type World } from '#tests/world.ts'
import { openAccount, transfer, type Account, type NewAccount, type NewTransfer } from '../../index.ts'

/** A city with accounts: what the ledger's tests act on. */
export type Books = {
  readonly world: World
  readonly tree: PlantedTree
  /** As a programme's command sees it: the server's role, the clock of now. */
  ctx(): Context
  account(over?: Partial<NewAccount>): Promise<Account>
  /** An account of the union that may not be overdrawn, with this much in it. */
  funded(amount: number): Promise<Account>
  readonly source: Account
  readonly company: Account
}

export const subject = 'test-case:1'

export async function makeBooks(): Promise<Books> {
  const world = await makeWorld()
  const tree = await plantTree(world.owner.db)
  const ctx = () => contextOf(world.app, systemCaller('test'), 'test.post')
  const account = (over: Partial<NewAccount> = {}) =>
    openAccount(ctx(), {
      organisationId: tree.xinhua.id,
      programme: 'test',
      key: newId(),
      name: { zh: '测试账户', en: 'A test account' },
      currency: 'fen',
      kind: 'fund',
      forbidsOverdraft: false,
      ...over,
    })
  const source = await account({ name: { zh: '上级拨款', en: 'Grants from above' }, kind: 'income' })
  const company = await account({
    name: { zh: '应付公交公司', en: 'Owed to the bus company' },
    kind: 'liability',
  })
  const funded = async (amount: number) => {
    const made = await account({ name: { zh: '专款', en: 'A fund' }, forbidsOverdraft: true })
    await transfer(ctx(), moving(source, made, amount))
    return made
  }
  return { world, tree, ctx, account, funded, source, company }
}

/** A wish with a key of its own. */
export const moving = (debit: Account, credit: Account, amount: number): NewTransfer => ({
  key: `test:${newId()}`,
  debit: debit.id,
  credit: credit.id,
  amount,
  subject,
})

/** The code with which something was refused. */
export const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? String(error),
  )
