import { openAccount, type Account } from '#kernel/ledger/index.ts'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'

type Kind = 'asset' | 'expense' | 'liability' | 'fund'

/**
 * The accounts of one payer. What is granted comes to `fund` out of `appropriation`; a day's rides are `subsidy` owed to a
 * company (`payable`); paying a company takes from `fund`. A company that was paid ahead has its payable on the other side.
 */
const accounts = {
  fund: { kind: 'asset', name: { zh: '乘车补贴专款', en: 'Fund for rides' } },
  appropriation: { kind: 'fund', name: { zh: '乘车补贴拨款', en: 'Granted for rides' } },
  subsidy: { kind: 'expense', name: { zh: '乘车补贴支出', en: 'Subsidy for rides' } },
} as const satisfies Record<string, { kind: Kind; name: Text }>

const open = (ctx: Context, organisationId: string, key: string, kind: Kind, name: Text): Promise<Account> =>
  openAccount(ctx, {
    organisationId,
    programme: 'green-travel',
    key,
    name,
    currency: 'fen',
    kind,
    forbidsOverdraft: false,
  })

export const payerAccount = (ctx: Context, organisationId: string, which: keyof typeof accounts) =>
  open(ctx, organisationId, which, accounts[which].kind, accounts[which].name)

/** What a payer owes one bus company; below zero where it was paid ahead. */
export const payableAccount = (ctx: Context, organisationId: string, company: number) =>
  open(ctx, organisationId, `payable:${company}`, 'liability', {
    zh: `应付公交公司（${company}号）`,
    en: `Owed to bus company ${company}`,
  })
