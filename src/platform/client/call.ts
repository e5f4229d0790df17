import { addressOf, isInAddress } from './address.ts'
import type { InputOf, Operation, OutputOf } from '../contract.ts'
import { Failure } from '../failures.ts'
import type { FailureBody } from '../http/failure-answer.ts'

export type CallOptions = { readonly idempotencyKey?: string; readonly signal?: AbortSignal }

/** Calls an operation over HTTP; throws the server's Failure, or `offline` where there is no way to it. */
export async function call<P extends Operation>(
  operation: P,
  input: InputOf<P>,
  options: CallOptions = {},
): Promise<OutputOf<P>> {
  const response = await send(operation, input, options).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new Failure(0, 'offline', {
      zh: '现在连不上网络。请稍后再试。',
      en: 'There is no connection right now. Try again later.',
    })
  })
  if (!response.ok) throw await failureFrom(response, operation.kind === 'command')
  return (isFile(response) ? await response.blob() : await response.json()) as OutputOf<P>
}

/** A file may be JSON too: what tells it from an answer is that it is to be kept. */
const isFile = ({ headers }: Response) =>
  headers.get('content-disposition')?.startsWith('attachment') === true ||
  headers.get('content-type')?.includes('json') !== true

function send(operation: Operation, input: unknown, options: CallOptions): Promise<Response> {
  const signal = options.signal ?? null
  if (isInAddress(operation)) return fetch(queryAddress(operation, input), { signal })
  return fetch(addressOf(operation), {
    method: 'POST',
    signal,
    headers: {
      'content-type': 'application/json',
      // Every command carries a key, so that a retry over a bad line never does a thing twice.
      ...(operation.kind === 'command' && {
        'idempotency-key': options.idempotencyKey ?? newCommandKey(),
      }),
    },
    body: JSON.stringify(input),
  })
}

/** Not `randomUUID`, which browsers keep from pages that are not https. */
export const newCommandKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

/** The address of a query, also for links to files. */
export function queryAddress(operation: Operation, input: unknown): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(input ?? {})) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined && item !== null) search.append(name, String(item))
    }
  }
  const text = search.toString()
  return text === '' ? addressOf(operation) : `${addressOf(operation)}?${text}`
}

const signInElsewhere = {
  zh: '登录已经失效。请另开一页登录，再回到这一页提交，填好的内容还在。',
  en: 'You are no longer signed in. Sign in on another page, come back and send again: what you filled in is still here.',
}

async function failureFrom(
  response: Response,
  isCommand: boolean,
): Promise<Failure & { requestId?: string }> {
  const body = (await response.json().catch(() => undefined)) as FailureBody | undefined
  if (body?.text === undefined) {
    return new Failure(response.status, 'unreadable', {
      zh: `服务器没有给出能读懂的回答（${response.status}）。`,
      en: `The server gave no readable answer (${response.status}).`,
    })
  }
  // A session that ended while a form was being filled costs nobody what they typed.
  const text = isCommand && body.code === 'unauthenticated' ? signInElsewhere : body.text
  const failure = new Failure(body.status, body.code, text, body.problems)
  return body.requestId === undefined ? failure : Object.assign(failure, { requestId: body.requestId })
}
