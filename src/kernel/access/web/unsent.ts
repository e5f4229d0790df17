import { call } from '#platform/client/call.ts'
import type { Text } from '#platform/text.ts'
import { access } from '../contract.ts'

/** Something that waits in this browser to be sent, such as reports made without a network. */
export type Unsent = {
  readonly name: string
  readonly title: Text
  readonly count: () => Promise<number>
  readonly clear: () => Promise<void>
}

const queues = new Map<string, Unsent>()

/** A module that keeps a queue in the browser says so; the answer takes it back. Registering twice replaces. */
export function registerUnsent(queue: Unsent): () => void {
  queues.set(queue.name, queue)
  return () => void queues.delete(queue.name)
}

const starting: Promise<void>[] = []

/** For whoever loads queues late: nobody signs out before they are here and registered. */
export const awaitBeforeSignOut = (start: Promise<void>): void => void starting.push(start)

/** What would be lost, for the page to show before anybody signs out. */
export async function countUnsent(): Promise<{ readonly title: Text; readonly count: number }[]> {
  await Promise.allSettled(starting)
  const counted = await Promise.all(
    [...queues.values()].map(async ({ title, count }) => ({ title, count: await count() })),
  )
  return counted.filter(({ count }) => count > 0)
}

/** What a browser keeps of ours bears this in its name. */
const OURS = 'zhenyi'

/**
 * Ends the session, then empties what this browser keeps of ours: queues, caches, databases and settings that
 * name a person. A phone lent to a colleague shows them nothing. Call it after `countUnsent` was shown.
 */
export async function signOutEverywhere(): Promise<void> {
  await call(access.signOut, {})
  await Promise.allSettled([...queues.values()].map((queue) => queue.clear()))
  await Promise.allSettled([emptyCaches(), dropDatabases()])
  for (const storage of [localStorage, sessionStorage]) emptyStorage(storage)
}

/** The service worker's copy of the pages themselves: it names nobody, and without it nothing opens off line again. */
const PAGES = 'shell-'

async function emptyCaches(): Promise<void> {
  // Absent where the page is not https.
  if (!('caches' in globalThis)) return
  const names = (await caches.keys()).filter((name) => !name.startsWith(PAGES))
  await Promise.all(names.map((name) => caches.delete(name)))
}

async function dropDatabases(): Promise<void> {
  const known = (await indexedDB.databases?.()) ?? []
  for (const { name } of known) if (name?.startsWith(OURS)) indexedDB.deleteDatabase(name)
}

/** How large the text is belongs to the eyes in front of it and stays. */
const KEPT = new Set([`${OURS}.appearance`, `${OURS}.language`])

function emptyStorage(storage: Storage): void {
  const ours = Object.keys(storage).filter((key) => key.startsWith(OURS) && !KEPT.has(key))
  for (const key of ours) storage.removeItem(key)
}
