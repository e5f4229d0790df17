import * as client from 'openid-client'
import { z } from 'zod'
import type { Config } from '#platform/config.ts'
import type { Context } from '#platform/context.ts'
import { Failure, notFound } from '#platform/failures.ts'
import { sign, verifySigned } from '#platform/keys.ts'

export const OIDC_COOKIE = 'zhenyi_oidc'
export const OIDC_COOKIE_SECONDS = 600
const PROOF_SECONDS = 60

type At = Pick<Context, 'config' | 'now'>

const flowShape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
  /** The account that asked to be linked to an identity; null where somebody signs in. */
  linkTo: z.string().nullable(),
  until: z.number(),
})

export const proofShape = z.object({
  issuer: z.string(),
  subject: z.string(),
  /** Only where the provider says that it verified it. */
  phone: z.string().nullable(),
  returnTo: z.string(),
  linkTo: z.string().nullable(),
  until: z.number(),
})

const redirectUri = (config: Config) => `${config.publicUrl}/api/access/oidc/callback`

/**
 * Begins the authorization code flow with PKCE. Answers where to send the browser, and the value of the cookie
 * `OIDC_COOKIE` (httpOnly, SameSite=Lax, ten minutes) that ties the answer to this browser. Throws `no-oidc`.
 */
export async function startOidc(
  at: At,
  wish: { readonly returnTo: string; readonly linkTo: string | null },
): Promise<{ address: string; cookie: string }> {
  const configuration = await discovered(at.config)
  const verifier = client.randomPKCECodeVerifier()
  const flow: z.infer<typeof flowShape> = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    verifier,
    returnTo: ownPath(wish.returnTo),
    linkTo: wish.linkTo,
    until: at.now.getTime() + OIDC_COOKIE_SECONDS * 1000,
  }
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri(at.config),
    scope: 'openid phone',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: flow.state,
    nonce: flow.nonce,
  })
  return { address: address.href, cookie: sign(at.config.keys, 'oidc-flow', flow) }
}

/**
 * Ends the flow: checks state, nonce and PKCE, and answers a proof that is good for one minute, for the command
 * `access.sign-in-by-oidc`. It calls the provider, so it runs before that command's transaction, not in it.
 * `search` is the callback's query string with its question mark. Throws `oidc-failed`.
 */
export async function finishOidc(
  at: At,
  answer: { search: string; cookie: string | undefined },
): Promise<string> {
  const flow = flowShape.safeParse(verifySigned(at.config.keys, 'oidc-flow', answer.cookie ?? '')).data
  if (flow === undefined || flow.until < at.now.getTime()) throw failed()
  const configuration = await discovered(at.config)
  const claims = await claimsOf(configuration, new URL(redirectUri(at.config) + answer.search), flow)
  const verified = claims['phone_number_verified'] === true && typeof claims['phone_number'] === 'string'
  return sign(at.config.keys, 'oidc-proof', {
    issuer: claims.iss,
    subject: claims.sub,
    phone: verified ? (claims['phone_number'] as string) : null,
    returnTo: flow.returnTo,
    linkTo: flow.linkTo,
    until: at.now.getTime() + PROOF_SECONDS * 1000,
  } satisfies z.infer<typeof proofShape>)
}

async function claimsOf(configuration: client.Configuration, callback: URL, flow: z.infer<typeof flowShape>) {
  try {
    const tokens = await client.authorizationCodeGrant(configuration, callback, {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    })
    const claims = tokens.claims()!
    const more = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)
    return { ...more, iss: claims.iss, sub: claims.sub } as client.IDToken
  } catch (error) {
    throw Object.assign(failed(), { cause: error })
  }
}

const found = new WeakMap<Config, Promise<client.Configuration>>()

/** The provider's own description, asked for once a process; a failed try is not kept. */
function discovered(config: Config): Promise<client.Configuration> {
  if (config.oidc === undefined) throw notFound({ zh: '统一身份认证', en: 'single sign-on' })
  const { issuer, clientId, clientSecret } = config.oidc
  const known = found.get(config)
  if (known !== undefined) return known
  const insecure = issuer.startsWith('http:') && !config.production
  const asked = client.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    timeout: 5,
    ...(insecure ? { execute: [client.allowInsecureRequests] } : {}),
  })
  found.set(config, asked)
  asked.catch(() => found.delete(config))
  return asked.catch((error: unknown) => {
    throw Object.assign(failed(), { cause: error })
  })
}

/** Only a path of our own, so that signing in sends nobody to another site. */
export const ownPath = (path: string): string => (/^\/(?![/\\])[^\\\s]*$/.test(path) ? path : '/')

export const failed = () =>
  new Failure(401, 'oidc-failed', {
    zh: '统一身份认证没有成功，请重新登录。',
    en: 'Single sign-on did not succeed; sign in again.',
  })
