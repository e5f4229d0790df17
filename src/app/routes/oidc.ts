import type { FastifyInstance, FastifyRequest } from 'fastify'
import { execute } from '#platform/execute.ts'
import type { Effects } from '#platform/context.ts'
import { callerOf } from '#platform/http/caller.ts'
import { applyEffects, limitOf } from '#platform/http/operation-route.ts'
import { access } from '#kernel/access/contract.ts'
import { finishOidc, OIDC_COOKIE, OIDC_COOKIE_SECONDS, startOidc } from '#kernel/access/index.ts'
import type { Opened } from '../open.ts'

type Start = { Querystring: { returnTo?: string; link?: string } }

/** Staff sign-in by an identity provider: out with a signed cookie, back through the operation `access.sign-in-by-oidc`. */
export function serveOidc(fastify: FastifyInstance, { app }: Opened): void {
  const at = () => ({ config: app.config, now: app.clock() })
  const secure = app.config.publicUrl.startsWith('https:')
  const cookie = { path: '/api/access/oidc', httpOnly: true, sameSite: 'lax', secure } as const

  const route = { schema: { hide: true }, ...limitOf(access.signInByOidc) }

  fastify.get<Start>('/api/access/oidc/start', route, async (request, reply) => {
    const { address, cookie: value } = await startOidc(at(), {
      returnTo: request.query.returnTo ?? '/staff',
      linkTo: request.query.link === '1' ? await accountToLink(request) : null,
    })
    return reply.setCookie(OIDC_COOKIE, value, { ...cookie, maxAge: OIDC_COOKIE_SECONDS }).redirect(address)
  })

  fastify.get('/api/access/oidc/callback', route, async (request, reply) => {
    const search = new URL(request.url, app.config.publicUrl).search
    const proof = await finishOidc(at(), { search, cookie: request.cookies[OIDC_COOKIE] })
    const effects: Effects = {}
    const device = request.headers['user-agent']?.slice(0, 200) ?? ''
    const { returnTo } = await execute(app, await callerOf(app, request, effects), access.signInByOidc, {
      proof,
      device,
    })
    applyEffects(app, reply, effects)
    return reply.clearCookie(OIDC_COOKIE, cookie).redirect(returnTo)
  })

  /** Linking is asked for by our own page only, or a foreign page could tie its identity to somebody's account. */
  async function accountToLink(request: FastifyRequest): Promise<string | null> {
    if (request.headers['sec-fetch-site'] !== 'same-origin') return null
    const { actor } = await callerOf(app, request)
    return actor.kind === 'account' ? actor.accountId : null
  }
}
