import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Application } from '../application.ts'
import { addressOf, isInAddress } from '../client/address.ts'
import { isFileOperation, type FileAnswer, type Operation } from '../contract.ts'
import { executeForJson } from '../execute.ts'
import { fromAddress } from '../input.ts'
import { inLanguage } from '../text.ts'
import { callerOf, requireOwnPage, SESSION_COOKIE } from './caller.ts'

/** A query is a GET with its input in the address, unless it says otherwise; a command is a POST with a JSON body. */
export function serveOperation(fastify: FastifyInstance, app: Application, operation: Operation): void {
  const inAddress = isInAddress(operation)
  fastify.route({
    method: inAddress ? 'GET' : 'POST',
    url: addressOf(operation),
    schema: {
      operationId: operation.id,
      tags: [operation.id.split('.')[0]!],
      summary: operation.summary.zh,
      description: `${operation.summary.en}\n\nWho: ${whoText(operation)}`,
      [inAddress ? 'querystring' : 'body']: operation.input,
      ...(isFileOperation(operation) ? {} : { response: { 200: operation.output } }),
    },
    ...limitOf(operation),
    handler: async (request, reply) => {
      const effects = {}
      const caller = await callerOf(app, request, effects)
      if (!inAddress) requireOwnPage(request, caller.actor)
      const input = inAddress ? fromAddress(operation.input, request.query as never) : (request.body ?? {})
      const output = await executeForJson(app, caller, operation, input)
      applyEffects(app, reply, effects)
      reply.header('cache-control', cacheControl(operation, caller.actor.kind))
      // Not `reply.send`: an awaited reply listens for the end of its own stream, a tenth of a short answer's time.
      return isFileOperation(operation) ? fileOf(reply, output as FileAnswer) : output
    },
  })
}

/** The route's limit by address; also for a route of its own that calls the operation. */
export const limitOf = ({ callsPerMinute }: Operation) =>
  callsPerMinute === undefined ? {} : { config: { rateLimit: { max: callsPerMinute, timeWindow: 60_000 } } }

function whoText(operation: Operation): string {
  const { who } = operation
  return who.kind === 'holding' ? `holders of ${who.permission}` : inLanguage(WHO[who.kind], 'en')
}

const WHO = {
  anyone: { zh: '任何人', en: 'anyone' },
  'signed-in': { zh: '已登录', en: 'signed in' },
  person: { zh: '已实名', en: 'a known person' },
  operator: { zh: '运维', en: 'the operator' },
}

const cacheControl = (operation: Operation, actor: string) =>
  operation.cacheSeconds !== undefined && actor === 'anonymous'
    ? `public, max-age=${operation.cacheSeconds}`
    : 'no-store'

function fileOf(reply: FastifyReply, file: FileAnswer): Buffer {
  reply
    .header('content-type', file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.fileName)}`)
  return Buffer.from(file.content)
}

type MadeEffects = { session?: { token: string; until: Date } | null }

export function applyEffects(app: Application, reply: FastifyReply, effects: MadeEffects): void {
  if (effects.session === undefined) return
  const secure = app.config.publicUrl.startsWith('https:')
  const base = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const
  if (effects.session === null) void reply.clearCookie(SESSION_COOKIE, base)
  else
    void reply.setCookie(SESSION_COOKIE, effects.session.token, { ...base, expires: effects.session.until })
}
