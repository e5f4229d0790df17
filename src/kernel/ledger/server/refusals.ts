import { conflict, Failure, invalid, notFound } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'

const account: Text = { zh: '账户', en: 'account' }
const pending: Text = { zh: '预留款', en: 'reservation' }

export const wrongAmount = () =>
  invalid('amount', {
    field: 'amount',
    reason: { zh: '金额应为正整数（分、分钟或积分）。', en: 'An amount is a whole number above zero.' },
  })

/** What the database says no to, by the name it says it under. */
export const refusals = {
  balance_overdraft: () =>
    conflict('overdraft', {
      zh: '余额不足：已预留的也算已用，这个账户不得透支。',
      en: 'Not enough is left: what is reserved counts as spent, and this account may not be overdrawn.',
    }),
  balance_limits: () =>
    conflict('balance-limit', {
      zh: '金额超出账本能精确记录的范围。',
      en: 'The sum is beyond what the ledger holds exactly.',
    }),
  transfer_amount: wrongAmount,
  transfer_key_reused: () =>
    conflict('key-reused', {
      zh: '这个转账键已用于内容不同的转账。',
      en: 'This key was used for a transfer with other content.',
    }),
  transfer_expiry_key: () =>
    invalid('key-reserved', {
      field: 'key',
      reason: {
        zh: '以 expiry: 开头的键由账本自己使用。',
        en: 'Keys that begin with expiry: are the ledger’s own.',
      },
    }),
  transfer_two_accounts: () =>
    invalid('same-account', {
      field: 'credit',
      reason: { zh: '借方和贷方不能是同一个账户。', en: 'Debit and credit cannot be one account.' },
    }),
  transfer_debit_currency: () => currenciesDiffer(),
  transfer_credit_currency: () => currenciesDiffer(),
  transfer_within_pending: () =>
    invalid('beyond-pending', {
      field: 'amount',
      reason: { zh: '金额超过了预留的数额。', en: 'The amount is more than was reserved.' },
    }),
  transfer_pending_ended_once: () => ended('pending-ended', { zh: '已经结束', en: 'has ended already' }),
  pending_posted: () => ended('pending-posted', { zh: '已经入账', en: 'was posted already' }),
  pending_voided: () => ended('pending-voided', { zh: '已经作废', en: 'was voided' }),
  pending_expired: () => ended('pending-expired', { zh: '已经过期', en: 'has expired' }),
  pending_not_due: () => ended('pending-not-due', { zh: '还没有到期', en: 'is not due yet' }),
  pending_unknown: () => notFound(pending),
  reversal_of_nothing: () => notFound({ zh: '可冲正的转账', en: 'posted transfer to reverse' }),
  reversal_beyond: () =>
    conflict('reversal-beyond', {
      zh: '冲正合计不能超过原来的金额。',
      en: 'All reversals together cannot exceed what was posted.',
    }),
  transfer_before_cause: () =>
    invalid('before-cause', {
      field: 'effectiveOn',
      reason: {
        zh: '记账日期不能早于它所依据的那一笔。',
        en: 'The effective day cannot lie before that of the transfer it follows from.',
      },
    }),
  account_unknown: () => notFound(account),
  account_closed: () =>
    conflict('account-closed', { zh: '这个账户已经关闭。', en: 'This account is closed.' }),
  account_has_pending: () =>
    conflict('account-has-pending', {
      zh: '这个账户还有预留款，不能关闭。',
      en: 'Something is still reserved on this account; it cannot be closed.',
    }),
  account_key_reused: () =>
    conflict('key-reused', {
      zh: '这个账户键已用于另一个账户，名称、单位、类别或透支规定不同。',
      en: 'This key names an account with another name, currency, kind or overdraft rule.',
    }),
} satisfies Record<string, () => Failure>

const currenciesDiffer = () =>
  conflict('currencies-differ', {
    zh: '两个账户的单位不同，不能互转。',
    en: 'The two accounts do not have the same currency.',
  })

const ended = (code: string, how: Text) =>
  conflict(code, { zh: `这笔预留款${how.zh}。`, en: `This reservation ${how.en}.` })

/** Runs the work; what the ledger's constraints refuse becomes a Failure for whoever calls the front door. */
export async function orRefused<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const name = (error as { constraint?: string }).constraint as keyof typeof refusals | undefined
    throw name !== undefined && Object.hasOwn(refusals, name) ? refusals[name]() : error
  }
}
