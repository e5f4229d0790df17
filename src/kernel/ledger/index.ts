/**
 * Front door of kernel part `ledger`. Programmes post; who may is theirs to check. Several transfers of one command go
 * through one `transferAll`, so that balances are held in one order.
 */
export { closeAccount, findAccount, openAccount, type Account, type NewAccount } from './server/accounts.ts'
export { postPending, reserve, reverse, transfer, voidPending } from './server/move.ts'
export type { Ending, NewReservation, NewTransfer, Posting, Reversal, Wish } from './server/wish.ts'
export { transferAll, type Transfer } from './server/post.ts'
export { balanceOf, type AsOf } from './server/balance-of.ts'
export { statementOf, type Statement } from './server/statement-of.ts'
export { verifyLedger } from './server/verify-ledger.ts'
export type { ModuleWithLedgerSubjects } from './subject.ts'
export { ledgerModule } from './server/module.ts'
