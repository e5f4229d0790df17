import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Failure } from '#platform/failures.ts'
import { awaitBeforeSignOut } from '#kernel/access/client.ts'
import '#ui/styles/index.css'
import { UiProviders } from '#ui/ui-providers.tsx'
import { outboxes } from '../pages.ts'
import { registerServiceWorker } from './register-service-worker.ts'
import { makeRouter } from './router.tsx'

const RETRIES = 2
const IDLE_MS_MAX = 3000

const isRefusal = (error: Error) => error instanceof Failure && error.status >= 400 && error.status < 500

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; a lost line is worth another try.
      retry: (count, error) => count < RETRIES && !isRefusal(error),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <UiProviders>
        <RouterProvider router={makeRouter()} />
      </UiProviders>
    </QueryClientProvider>
  </StrictMode>,
)

registerServiceWorker()
// After the page, which is what somebody waits for.
const untilIdle = new Promise<void>((resolve) =>
  'requestIdleCallback' in window
    ? requestIdleCallback(() => resolve(), { timeout: IDLE_MS_MAX })
    : setTimeout(resolve, IDLE_MS_MAX),
)
for (const start of outboxes) awaitBeforeSignOut(untilIdle.then(start))
