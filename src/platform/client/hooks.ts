import {
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useRef } from 'react'
import type { InputOf, Operation, OutputOf } from '../contract.ts'
import type { Failure } from '../failures.ts'
import { call, newCommandKey } from './call.ts'

export const answerKey = (operation: Operation, input: unknown) => [operation.id, input] as const

export type AnswerOptions = {
  readonly enabled?: boolean
  /** Ask again this often while the page is seen. */
  readonly everySeconds?: number
  /** Keep showing the last answer while a changed question is asked, as a table does when it pages. */
  readonly keepLast?: boolean
}

/** What a query answers, kept fresh. */
export function useAnswer<P extends Operation>(
  operation: P,
  input: InputOf<P>,
  options: AnswerOptions = {},
): UseQueryResult<OutputOf<P>, Failure> {
  return useQuery<OutputOf<P>, Failure>({
    queryKey: answerKey(operation, input),
    queryFn: ({ signal }) => call(operation, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.everySeconds === undefined ? {} : { refetchInterval: options.everySeconds * 1000 }),
    ...(options.keepLast === true ? { placeholderData: (last: any) => last } : {}),
  })
}

/** Asks ahead of the page that will show it. Never throws: the page asks again and says what is wrong. */
export const prefetchAnswer = (client: QueryClient, operation: Operation, input: unknown): Promise<void> =>
  client.prefetchQuery({
    queryKey: answerKey(operation, input),
    queryFn: ({ signal }) => call(operation, input, { signal }),
    retry: false,
  })

/**
 * A command to give. One idempotency key lasts until it is acknowledged, so that pressing again after a lost
 * answer repeats nothing. Afterwards every answer of the touched modules is asked anew.
 */
export function useCommand<P extends Operation>(operation: P, touches: readonly string[] = []) {
  const client = useQueryClient()
  const key = useRef({ input: '', key: '' })
  return useMutation<OutputOf<P>, Failure, InputOf<P>>({
    mutationFn: (input) => {
      const text = JSON.stringify(input)
      if (key.current.input !== text) key.current = { input: text, key: newCommandKey() }
      return call(operation, input, { idempotencyKey: key.current.key })
    },
    onSuccess: async () => {
      key.current = { input: '', key: '' }
      const modules = [operation.id.split('.')[0]!, ...touches]
      await client.invalidateQueries({
        predicate: (query) => modules.includes(String(query.queryKey[0]).split('.')[0]!),
      })
    },
  })
}
