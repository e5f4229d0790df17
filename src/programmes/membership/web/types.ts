import type { OutputOf } from '#platform/contract.ts'
import type { membership } from '../contract.ts'

/** The contract's answers as pages read them; moments are ISO text here. */
export type Place = OutputOf<typeof membership.findUnions>['rows'][number]
export type MyJoining = OutputOf<typeof membership.myJoining>
export type OwnApplication = NonNullable<MyJoining['application']>
export type OwnTransfer = NonNullable<OutputOf<typeof membership.myTransfer>['transfer']>
export type Situation = OutputOf<typeof membership.mySituation>
export type MemberLine = NonNullable<Situation['current']>
export type TransferRow = OutputOf<typeof membership.listTransfers>['rows'][number]
export type CarriedCard = OutputOf<typeof membership.carryCard>
export type Verified = OutputOf<typeof membership.verifyCard>
export type ApplicationRow = OutputOf<typeof membership.listApplications>['rows'][number]
export type ApplicationRecord = OutputOf<typeof membership.getApplication>
export type TransferRecord = OutputOf<typeof membership.getTransfer>
export type MemberRecord = OutputOf<typeof membership.getMember>
