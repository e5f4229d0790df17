import type { Employment } from '../../../rules/employment.ts'

/** What is kept of a form that was not sent: no document number, and no phone. */
export type Draft = { readonly name: string; readonly employment: Employment | '' }

const KEY = 'zhenyi.join-draft'
const KEPT_MS = 7 * 86_400_000

/** Undefined where nothing was kept, where it is a week old, or where the browser keeps nothing. */
export function readDraft(now = Date.now()): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as (Draft & { at: number }) | null
    if (kept === null || now - kept.at > KEPT_MS) return undefined
    return { name: String(kept.name), employment: kept.employment }
  } catch {
    return undefined
  }
}

export function keepDraft({ name, employment }: Draft, now = Date.now()): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ name, employment, at: now }))
  } catch {
    // A full or closed storage costs the person some typing, and nothing else.
  }
}

export function dropDraft(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // As above.
  }
}
