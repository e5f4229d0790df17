import { useEffect, useSyncExternalStore } from 'react'
import { registerUnsent } from '#kernel/access/client.ts'
import { call, newCommandKey } from '#platform/client/call.ts'
import { stations } from '../../../contract.ts'
import { stationMessages } from '../station-messages.ts'
import type { Report, ReportInput } from '../types.ts'
import { afterFailure, isWaiting, readyToSend, UNDO_MS, type OutboxItem } from './outbox-item.ts'
import { dropAllUnsent, dropUnsent, keepUnsent, readUnsent } from './outbox-store.ts'

/** What waits, what is on the line, and what arrived during this visit. */
export type Outbox = {
  readonly waiting: readonly OutboxItem[]
  readonly sending: ReadonlySet<string>
  readonly sent: readonly { readonly key: string; readonly report: Report }[]
}

let outbox: Outbox = { waiting: [], sending: new Set(), sent: [] }
const listeners = new Set<() => void>()
const TRY_AGAIN_MS = 30_000
let isStarted = false

function change(part: Partial<Outbox>) {
  outbox = { ...outbox, ...part }
  for (const listener of listeners) listener()
}

/** Puts a report into the queue at once; it leaves after the time to take it back. */
export async function queueReport(input: ReportInput, stationName: string): Promise<void> {
  const now = Date.now()
  const times = { madeAt: now, sendAfter: now + UNDO_MS }
  const item: OutboxItem = {
    key: newCommandKey(),
    input,
    stationName,
    ...times,
    isTried: false,
    refusal: null,
  }
  change({ waiting: [...outbox.waiting, item] })
  await keepUnsent(item)
  sendWhenDue([item])
}

/** Also after a reload within the time to take something back. */
function sendWhenDue(items: readonly OutboxItem[]) {
  for (const { sendAfter } of items) {
    const inMs = sendAfter - Date.now()
    if (inMs > 0) setTimeout(() => void sendWaiting(), inMs + 50)
  }
}

/** Takes back what has not been sent; false where it is too late. */
export async function takeBack(key: string): Promise<boolean> {
  if (outbox.sending.has(key) || !outbox.waiting.some((item) => item.key === key)) return false
  change({ waiting: outbox.waiting.filter((item) => item.key !== key) })
  await dropUnsent(key)
  return true
}

/** Sends what may go, one after the other. One tab at a time; the keys would keep it right without that, too. */
async function sendWaiting(): Promise<void> {
  if (!('locks' in navigator)) return sendAll()
  await navigator.locks.request('zhenyi-outbox', { ifAvailable: true }, async (lock) => {
    if (lock !== null) await sendAll()
  })
}

async function sendAll(): Promise<void> {
  const kept = await readUnsent()
  change({ waiting: kept })
  for (const item of kept.filter((one) => isWaiting(one, Date.now()) && !outbox.sending.has(one.key))) {
    // Taken back while an earlier one was on the line.
    if (!outbox.waiting.some(({ key }) => key === item.key)) continue
    const isOnTheWay = await sendOne(readyToSend(item))
    if (!isOnTheWay) return
  }
}

/** False where there is no way through at all, so that the rest need not try. */
async function sendOne(item: OutboxItem): Promise<boolean> {
  await keepUnsent(item)
  change({ sending: new Set(outbox.sending).add(item.key) })
  try {
    const { report } = await call(stations.reportStation, item.input, { idempotencyKey: item.key })
    await dropUnsent(item.key)
    change({ sent: [...outbox.sent, { key: item.key, report }] })
    return true
  } catch (error) {
    const left = afterFailure(item, error)
    await keepUnsent(left)
    return left.refusal !== null
  } finally {
    const sending = new Set(outbox.sending)
    sending.delete(item.key)
    change({ sending, waiting: await readUnsent() })
  }
}

/** Begins to send what an earlier visit left, and goes on trying. Safe to call again: pages that show the queue do. */
export function startOutbox() {
  if (isStarted) return
  isStarted = true
  registerUnsent({
    name: 'stations.reports',
    title: stationMessages.unsentReports,
    count: async () => (await readUnsent()).length,
    clear: async () => {
      await dropAllUnsent()
      change({ waiting: [], sent: [] })
    },
  })
  window.addEventListener('online', () => void sendWaiting())
  setInterval(() => void (outbox.waiting.length > 0 && sendWaiting()), TRY_AGAIN_MS)
  void sendWaiting().then(() => sendWhenDue(outbox.waiting))
}

export function useOutbox(): Outbox {
  useEffect(startOutbox, [])
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => outbox,
  )
}
