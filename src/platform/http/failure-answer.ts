import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Application } from '../application.ts'
import { Failure } from '../failures.ts'
import { newId } from '../ids.ts'
import { inLanguage, languageOf, type Text } from '../text.ts'

export type FailureBody = {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly code: string
  readonly text: Text
  readonly problems: Failure['problems']
  readonly requestId?: string
}

/** Turns whatever was thrown into what a person is told; a bug gets an id that stands in the log too. */
export function failureOf(
  app: Application,
  request: FastifyRequest,
  error: unknown,
): Failure & { requestId?: string } {
  if (error instanceof Failure) return error
  const status = (error as { statusCode?: number }).statusCode
  if (status !== undefined && status < 500) return requestFailure(status, error as Error)
  const requestId = newId()
  // Without its search part: what somebody looked for may be a name.
  const [path] = request.url.split('?')
  app.log.error({ err: error, requestId, path }, 'a bug')
  const text = {
    zh: `系统出错了，没有保存任何内容。请稍后再试；如需帮助，请报此编号：${requestId}。`,
    en: `Something broke on our side; nothing was saved. Try again later, or quote this number: ${requestId}.`,
  }
  return Object.assign(new Failure(500, 'bug', text), { requestId })
}

function requestFailure(status: number, error: Error & { code?: string }): Failure {
  if (status === 429) {
    return new Failure(429, 'too-many', {
      zh: '操作太频繁，请一分钟后再试。',
      en: 'Too many calls; try again in a minute.',
    })
  }
  return new Failure(status, error.code ?? 'bad-request', {
    zh: `请求无法读取：${error.message}`,
    en: `The request could not be read: ${error.message}`,
  })
}

export function answerFailure(
  _app: Application,
  request: FastifyRequest,
  reply: FastifyReply,
  failure: Failure & { requestId?: string },
): FastifyReply {
  const language = languageOf(request.cookies?.['language'] ?? request.headers['accept-language'])
  const body: FailureBody = {
    type: 'about:blank',
    title: inLanguage(failure.text, language),
    status: failure.status,
    code: failure.code,
    text: failure.text,
    problems: failure.problems,
    ...(failure.requestId === undefined ? {} : { requestId: failure.requestId }),
  }
  return reply
    .status(failure.status)
    .header('content-type', 'application/problem+json')
    .header('cache-control', 'no-store')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body)
}
