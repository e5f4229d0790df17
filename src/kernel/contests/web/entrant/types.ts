import type { OutputOf } from '#platform/contract.ts'
import type { contests } from '../../contract.ts'

export type Contest = OutputOf<typeof contests.getContest>
export type Category = Contest['rules']['categories'][number]
export type Place = OutputOf<typeof contests.whereToEnter>
export type Entry = OutputOf<typeof contests.getEntry>
export type VideoFacts = NonNullable<OutputOf<typeof contests.checkFilm>['facts']>
export type EntrantKind = Contest['rules']['mayEnter'][number]

export type Participant = {
  readonly name: string
  readonly isMinor: boolean
  readonly guardianName: string
  readonly hasConsented: boolean
  /** That the work is shown to everybody where it has an award: a purpose of its own, never required. */
  readonly agreesToPublication: boolean
}

export const nobody: Participant = {
  name: '',
  isMinor: false,
  guardianName: '',
  hasConsented: false,
  agreesToPublication: false,
}

/** A film that was uploaded and found to be what its category asks for. */
export type ReadyFilm = { readonly fileId: string; readonly name: string; readonly facts: VideoFacts }
