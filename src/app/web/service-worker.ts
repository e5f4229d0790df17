import { isKeptAnswer } from './kept-answers.ts'
import type { FetchEventLike, WorkerLike, WaitingEvent } from './service-worker-types.ts'

/**
 * What was visited opens without a network: the pages themselves, and the last answers to the questions below.
 * Small on purpose, in place of a caching library: three rules that can be read in a minute.
 */
const worker = globalThis as unknown as WorkerLike
const shell = (self as unknown as WorkerLike).__WB_MANIFEST
const SHELL_CACHE = `shell-${shell.map(({ url, revision }) => `${url}${revision ?? ''}`).reduce(hash, 7)}`
const ANSWERS_CACHE = 'answers'
const ANSWERS_MAX = 200

function hash(total: number, text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, total)
}

worker.addEventListener('install', (event: WaitingEvent) => {
  event.waitUntil(
    caches
      .open(SHELL_CACHE)
      .then((cache) => cache.addAll(shell.map(({ url }) => `/${url.replace(/^\//, '')}`)))
      .then(() => worker.skipWaiting()),
  )
})

worker.addEventListener('activate', (event: WaitingEvent) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith('shell-') && name !== SHELL_CACHE))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => worker.clients.claim()),
  )
})

worker.addEventListener('fetch', (event: FetchEventLike) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => page()))
  else if (isKeptAnswer(url)) event.respondWith(freshOrKept(request))
  else if (!url.pathname.startsWith('/api/')) event.respondWith(keptOrFresh(request))
})

/** A navigation without a network gets the page that draws every address. */
const page = async () => (await caches.match('/index.html')) ?? Response.error()

async function freshOrKept(request: Request): Promise<Response> {
  const response = await fetch(request).catch(() => undefined)
  if (response === undefined) return (await kept(request)) ?? Response.error()
  if (response.ok) await keep(request, response.clone())
  return response
}

const kept = async (request: Request) => (await caches.open(ANSWERS_CACHE)).match(request)

/** A full disk spoils no answer: it is only not kept. */
async function keep(request: Request, response: Response): Promise<void> {
  try {
    const cache = await caches.open(ANSWERS_CACHE)
    await cache.put(request, response)
    await trim(cache)
  } catch (error) {
    console.warn('an answer is not kept for use without a network', error)
  }
}

const keptOrFresh = async (request: Request) => (await caches.match(request)) ?? fetch(request)

async function trim(cache: Cache): Promise<void> {
  const keys = await cache.keys()
  await Promise.all(keys.slice(0, Math.max(0, keys.length - ANSWERS_MAX)).map((key) => cache.delete(key)))
}
