import { QueryClient } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { answerKey } from '#platform/client/hooks.ts'
import type { Language } from '#ui/i18n/text.ts'
import type { Question } from './first-pages.ts'
import { titleOf } from './root.tsx'
import { makeRouter } from './router.tsx'
import { WholeApp } from './whole-app.tsx'

export type Answered = readonly [question: Question, answer: unknown]

/** A page as HTML, drawn on the server from the answers that it would ask for. Built apart: `vite build --ssr`. */
export async function drawPage(
  path: string,
  language: Language,
  answers: readonly Answered[],
): Promise<{ title: string; body: string }> {
  const client = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
  for (const [[operation, input], answer] of answers) client.setQueryData(answerKey(operation, input), answer)
  const router = makeRouter(createMemoryHistory({ initialEntries: [path] }))
  await router.load()
  const title = router.state.matches.at(-1)?.staticData.title
  const body = await drawn(<WholeApp client={client} router={router} language={language} />)
  return { title: titleOf(title?.[language]), body }
}

/** Throws where any part of it does: half a page would be worse than one that draws itself. */
async function drawn(page: ReactNode): Promise<string> {
  const broken: unknown[] = []
  const { prelude } = await prerender(page, {
    // Larger parts would come later, by scripts in the page, which no page of ours has.
    progressiveChunkSize: Infinity,
    onError: (error) => void broken.push(error),
  })
  const body = await new Response(prelude).text()
  if (broken.length > 0) throw broken[0]
  return body
}
