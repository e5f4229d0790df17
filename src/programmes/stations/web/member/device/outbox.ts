import { useEffect, useSyncExternalStore } from 'react'
import { registerUnsent } from '#kernel/access/client.ts'
import { call, newCommandKey } from '#platform/client/call.ts'
import { stations } from '../../../contract.ts'
import { stationMessages } from '../station-messages.ts'
import type { Report, ReportInput, VisitOutcome } from '../types.ts'
import {
  afterFailure,
  isReport,
  isVisit,
  isWaiting,
  readyToSend,
  UNDO_MS,
  type OutboxItem,
  type ReportItem,
  type VisitItem,
} from './outbox-item.ts'
import { dropUnsent, keepUnsent, readUnsent } from './outbox-store.ts'
import { dropPicture } from './picture-store.ts'
import { sendVisit } from './send-visit.ts'

/** What waits, what is on the line, and what arrived during this visit. */
export type Outbox = {
  readonly waiting: readonly OutboxItem[]
  readonly sending: ReadonlySet<string>
  readonly sent: readonly { readonly key: string; readonly report: Report }[]
  readonly sentVisits: readonly { readonly inspectionId: string; readonly outcome: VisitOutcome }[]
}

let outbox: Outbox = { waiting: [], sending: new Set(), sent: [], sentVisits: [] }
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
  const item: ReportItem = {
    kind: 'report',
    key: newCommandKey(),
    input,
    stationName,
    ...times,
    isTried: false,
    refusal: null,
  }
  await queue(item)
}

/** Puts a visit's result into the queue; answers once this phone has it, so that its draft may go. */
export async function queueVisit(
  visit: Pick<VisitItem, 'input' | 'stationName' | 'pictures'>,
): Promise<void> {
  const now = Date.now()
  await queue({
    kind: 'visit',
    key: visit.input.key,
    ...visit,
    madeAt: now,
    sendAfter: now,
    isTried: false,
    refusal: null,
  })
}

async function queue(item: OutboxItem): Promise<void> {
  change({ waiting: [...outbox.waiting, item] })
  await keepUnsent(item)
  sendWhenDue([item])
}

/** Also after a reload within the time to take something back. */
function sendWhenDue(items: readonly OutboxItem[]) {
  for (const { sendAfter } of items) {
    const inMs = Math.max(0, sendAfter - Date.now())
    setTimeout(() => void sendWaiting(), inMs + 50)
  }
}

/** Takes back what has not been sent; false where it is too late. */
export async function takeBack(key: string): Promise<boolean> {
  const item = outbox.waiting.find((one) => one.key === key)
  if (outbox.sending.has(key) || item === undefined) return false
  change({ waiting: outbox.waiting.filter((one) => one.key !== key) })
  await dropUnsent(key)
  if (isVisit(item)) await Promise.all(item.pictures.map(({ id }) => dropPicture(id)))
  return true
}

/** After a person was told that a colleague was there at the same time: both results are kept. */
export async function sendBesides(item: VisitItem): Promise<void> {
  const { refusalCode: _told, ...rest } = item
  const again: VisitItem = { ...rest, refusal: null, input: { ...item.input, confirmed: ['at-once'] } }
  await keepUnsent(again)
  change({ waiting: outbox.waiting.map((one) => (one.key === item.key ? again : one)) })
  await sendWaiting()
}

/** Sends what may go, one after the other. One tab at a time; the keys would keep it right without that, too. */
async function sendWaiting(): Promise<void> {
  // What waits says that it waits; the line's own return is heard below.
  if (!navigator.onLine) return
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
    await deliver(item)
    await dropUnsent(item.key)
    return true
  } catch (error) {
    // A visit's pictures that got through are remembered meanwhile.
    const latest = (await readUnsent()).find(({ key }) => key === item.key) ?? item
    const left = afterFailure(latest, error)
    await keepUnsent(left)
    return left.refusal !== null
  } finally {
    const sending = new Set(outbox.sending)
    sending.delete(item.key)
    change({ sending, waiting: await readUnsent() })
  }
}

async function deliver(item: OutboxItem): Promise<void> {
  if (isVisit(item)) {
    const outcome = await sendVisit(item)
    change({ sentVisits: [...outbox.sentVisits, { inspectionId: item.input.id, outcome }] })
    return
  }
  const { report } = await call(stations.reportStation, item.input, { idempotencyKey: item.key })
  change({ sent: [...outbox.sent, { key: item.key, report }] })
}

/** Begins to send what an earlier visit left, and goes on trying. Safe to call again: pages that show the queue do. */
export function startOutbox() {
  if (isStarted) return
  isStarted = true
  registerKind('stations.reports', stationMessages.unsentReports, isReport)
  registerKind('stations.visits', stationMessages.unsentVisits, isVisit)
  window.addEventListener('online', () => void sendWaiting())
  setInterval(() => void (outbox.waiting.length > 0 && sendWaiting()), TRY_AGAIN_MS)
  void sendWaiting().then(() => sendWhenDue(outbox.waiting))
}

type Title = Parameters<typeof registerUnsent>[0]['title']

function registerKind(name: string, title: Title, isOfKind: (item: OutboxItem) => boolean) {
  registerUnsent({
    name,
    title,
    count: async () => (await readUnsent()).filter(isOfKind).length,
    clear: async () => {
      for (const { key } of (await readUnsent()).filter(isOfKind)) await dropUnsent(key)
      change({ waiting: outbox.waiting.filter((item) => !isOfKind(item)), sent: [], sentVisits: [] })
    },
  })
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
