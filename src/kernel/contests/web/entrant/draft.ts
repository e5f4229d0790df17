import type { EntrantKind, Participant, ReadyFilm } from './types.ts'

/** What is kept on the device of an entry that was not handed in. Who is in it is kept and not that they agreed: that is asked anew. */
export type Draft = {
  readonly category: string
  readonly kind: EntrantKind
  readonly title: string
  readonly body: string
  readonly film: ReadyFilm | null
  readonly posterFileId: string | null
  readonly unitId: string
  readonly people: readonly Participant[]
}

/** An upload that nothing took up is tidied away after thirty days; a draft goes well before. */
const KEPT_MS = 14 * 86_400_000

const keyOf = (contestId: string) => `zhenyi.contest-entry.${contestId}`

/** Undefined where nothing was kept, where it is too old, or where the browser keeps nothing. */
export function readDraft(contestId: string, now = Date.now()): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(contestId)) ?? 'null') as
      | (Draft & { at: number })
      | null
    // One without people is of an earlier make.
    return kept?.people === undefined || now - kept.at > KEPT_MS ? undefined : kept
  } catch {
    return undefined
  }
}

const unasked = (one: Participant): Participant => ({
  ...one,
  hasConsented: false,
  agreesToPublication: false,
})

export function keepDraft(contestId: string, draft: Draft, now = Date.now()): void {
  try {
    const people = draft.people.map(unasked)
    localStorage.setItem(keyOf(contestId), JSON.stringify({ ...draft, people, at: now }))
  } catch {
    // A full or closed storage costs the person some typing, and nothing else.
  }
}

export function dropDraft(contestId: string): void {
  try {
    localStorage.removeItem(keyOf(contestId))
  } catch {
    // As above.
  }
}
