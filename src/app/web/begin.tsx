import { QueryClient } from '@tanstack/react-query'
import { startTransition, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { prefetchAnswer } from '#platform/client/hooks.ts'
import { Failure } from '#platform/failures.ts'
import { awaitBeforeSignOut } from '#kernel/access/client.ts'
import { outboxes } from '../pages.ts'
import { FIRST_PAGES } from './first-pages.ts'
import { nextTask } from './next-task.ts'
import { registerServiceWorker } from './register-service-worker.ts'
import { makeRouter, type Router } from './router.tsx'
import { WholeApp } from './whole-app.tsx'

const RETRIES = 2
const IDLE_MS_MAX = 3000

const isRefusal = (error: Error) => error instanceof Failure && error.status >= 400 && error.status < 500

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; a lost line is worth another try, and none at all is told at once.
      retry: (count, error) => navigator.onLine && count < RETRIES && !isRefusal(error),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

const place = document.getElementById('root')!

/** In steps, between which the browser answers a finger: on a cheap phone each takes a tenth of a second. */
async function begin(): Promise<void> {
  await nextTask()
  const router = makeRouter()
  await nextTask()
  await untilWhole(router)
  const root = createRoot(place)
  // As a transition, React gives way every few milliseconds while it draws.
  startTransition(() => root.render(<Live router={router} />))
}

/** From here on buttons answer; the mark of what the server drew goes, and then what lies below the screen is laid out. */
function Live({ router }: { router: Router }) {
  useEffect(() => {
    delete place.dataset['drawn']
    void whenIdle().then(() => void (document.documentElement.dataset['laidOut'] = ''))
  }, [])
  return <WholeApp client={client} router={router} />
}

function whenIdle(): Promise<void> {
  return new Promise((resolve) =>
    'requestIdleCallback' in window
      ? requestIdleCallback(() => resolve(), { timeout: IDLE_MS_MAX })
      : setTimeout(resolve, IDLE_MS_MAX),
  )
}

/** What the server drew stays until the page can be drawn whole, so that nothing flickers back to "loading". */
async function untilWhole(router: Router): Promise<void> {
  const isDrawn = place.dataset['drawn'] !== undefined
  const asks = isDrawn ? (FIRST_PAGES[location.pathname]?.asks ?? []) : []
  await Promise.all([
    router.load(),
    ...asks.map(([operation, input]) => prefetchAnswer(client, operation, input)),
  ])
}

void begin()

registerServiceWorker()
// After the page, which is what somebody waits for.
const untilIdle = whenIdle()
for (const start of outboxes) awaitBeforeSignOut(untilIdle.then(start))
