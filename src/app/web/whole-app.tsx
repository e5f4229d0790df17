import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import type { Language } from '#ui/i18n/text.ts'
import { UiProviders } from '#ui/ui-providers.tsx'
import type { Router } from './router.tsx'

type WholeAppProps = {
  readonly client: QueryClient
  readonly router: Router
  /** Where no device remembers one: on the server. */
  readonly language?: Language
}

/** Everything, as the browser and the server draw it. */
export function WholeApp({ client, router, language = 'zh' }: WholeAppProps) {
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <UiProviders language={language}>
          <RouterProvider router={router} />
        </UiProviders>
      </QueryClientProvider>
    </StrictMode>
  )
}
