import type { Text } from '#platform/text.ts'
import type { AccountKind, Currency, TransferKind } from './shapes.ts'

/** Words that the pages and the exports share. */
export const kindWords: Readonly<Record<TransferKind, Text>> = {
  posted: { zh: '入账', en: 'Posted' },
  pending: { zh: '预留', en: 'Reserved' },
  post: { zh: '预留转入账', en: 'Reservation posted' },
  void: { zh: '预留作废', en: 'Reservation voided' },
  expiry: { zh: '预留过期', en: 'Reservation expired' },
  reversal: { zh: '冲正', en: 'Reversal' },
}

export const currencyWords: Readonly<Record<Currency, Text>> = {
  fen: { zh: '分', en: 'fen' },
  points: { zh: '积分', en: 'points' },
  minutes: { zh: '分钟', en: 'minutes' },
}

/** The elements of union accounting. */
export const accountKindWords: Readonly<Record<AccountKind, Text>> = {
  asset: { zh: '资产', en: 'Asset' },
  expense: { zh: '支出', en: 'Expense' },
  liability: { zh: '负债', en: 'Liability' },
  income: { zh: '收入', en: 'Income' },
  fund: { zh: '净资产', en: 'Fund' },
}
