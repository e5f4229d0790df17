import type { FastifyRequest } from 'fastify'
import type { Application } from '../application.ts'
import type { Actor, Caller, Credentials, Effects } from '../context.ts'
import { Failure } from '../failures.ts'
import { newId } from '../ids.ts'
import { languageOf } from '../text.ts'

export const SESSION_COOKIE = 'zhenyi_session'

const anonymous: Actor = { kind: 'anonymous' }

/** Who asks: by session cookie, or by a partner's machine key in the Authorization header. */
export async function callerOf(
  app: Application,
  request: FastifyRequest,
  effects?: Effects,
): Promise<Caller> {
  const credentials = credentialsOf(request)
  const key = request.headers['idempotency-key']
  return {
    actor:
      credentials === undefined
        ? anonymous
        : await app.ports.identify(
            { db: app.database.db, config: app.config, now: app.clock() },
            credentials,
          ),
    language: languageOf(request.cookies['language'] ?? request.headers['accept-language']),
    origin: 'web',
    requestId: newId(),
    address: request.ip,
    ...(typeof key === 'string' ? { idempotencyKey: key } : {}),
    ...(effects === undefined ? {} : { effects }),
  }
}

function credentialsOf(request: FastifyRequest): Credentials | undefined {
  const sessionToken = request.cookies[SESSION_COOKIE]
  if (sessionToken !== undefined) return { sessionToken }
  const [scheme, partnerKey] = request.headers.authorization?.split(' ') ?? []
  return scheme === 'Bearer' && partnerKey !== undefined ? { partnerKey } : undefined
}

/**
 * A command that rides on a cookie must come from our own page. Browsers say so in Sec-Fetch-Site; old ones
 * are held by SameSite=Lax and the JSON content type.
 */
export function requireOwnPage(request: FastifyRequest, actor: Actor): void {
  const site = request.headers['sec-fetch-site']
  if (actor.kind !== 'account' || site === undefined || site === 'same-origin' || site === 'none') return
  throw new Failure(403, 'foreign-page', {
    zh: '这个请求来自别的网站，已拒绝。',
    en: 'This request came from another site and was refused.',
  })
}
