import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AppearanceProvider } from '#ui/appearance/appearance.tsx'
import { LanguageProvider } from '#ui/i18n/language.tsx'
import '#ui/styles/index.css'
import { Failure } from '#platform/failures.ts'
import { makeRouter } from './router.tsx'
import { registerServiceWorker } from './register-service-worker.ts'

const RETRIES = 2

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; a lost line is worth another try.
      retry: (count, error) =>
        count < RETRIES && !(error instanceof Failure && error.status >= 400 && error.status < 500),
      networkMode: 'offlineFirst',
    },
    mutations: { networkMode: 'always' },
  },
})

const router = makeRouter(client)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <LanguageProvider>
        <AppearanceProvider>
          <RouterProvider router={router} />
        </AppearanceProvider>
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
)

registerServiceWorker()
