import type { OutputOf } from '#platform/contract.ts'
import type { contests } from '../contract.ts'
import type { ContestRules } from '../shapes.ts'

export type Contest = OutputOf<typeof contests.getContest>
export type ContestRow = OutputOf<typeof contests.listStaffContests>['rows'][number]
export type Round = OutputOf<typeof contests.getRound>
export type RoundResult = OutputOf<typeof contests.getRoundResult>
export type Judge = OutputOf<typeof contests.listJudges>['rows'][number]
export type EntryRow = OutputOf<typeof contests.listEntries>['rows'][number]
export type Result = OutputOf<typeof contests.getResult>
export type Category = ContestRules['categories'][number]
export type Media = Category['media']
export type RoundRules = ContestRules['rounds'][number]
export type Award = ContestRules['awards'][number]
