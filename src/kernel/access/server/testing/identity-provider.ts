import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** Who signs in at the provider, and whether it vouches for their phone. */
type Subjects = Record<string, { phone: string; verified: boolean }>

export type IdentityProvider = {
  /** What the configuration of ours needs to know of it. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string }
  readonly subjects: Subjects
  /** Goes through its pages as a browser would, until it sends us back; answers the query string. */
  goThrough(address: string, subject: string): Promise<string>
  stop(): Promise<void>
}

/** A certified OpenID provider in this process, with the two people that the tests sign in as. */
export async function startIdentityProvider(publicUrl: string): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const subjects: Subjects = {
    shen: { phone: '13900000001', verified: true },
    unverified: { phone: '13900000001', verified: false },
  }
  server.on('request', makeProvider(issuer, publicUrl, subjects).callback())
  return {
    oidc: { issuer, clientId: 'zhenyi', clientSecret: 'a-secret-of-the-test' },
    subjects,
    goThrough: (address, subject) => goThrough(publicUrl, address, subject),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function makeProvider(issuer: string, publicUrl: string, subjects: Subjects): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: 'zhenyi',
        client_secret: 'a-secret-of-the-test',
        redirect_uris: [`${publicUrl}/api/access/oidc/callback`],
      },
    ],
    claims: { openid: ['sub'], phone: ['phone_number', 'phone_number_verified'] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: async () => ({
        sub,
        phone_number: subjects[sub]?.phone ?? '',
        phone_number_verified: subjects[sub]?.verified ?? false,
      }),
    }),
  })
}

async function goThrough(publicUrl: string, address: string, subject: string): Promise<string> {
  const jar = new Map<string, string>()
  let next = { url: address, form: undefined as URLSearchParams | undefined }
  for (let step = 0; step < 12; step += 1) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form === undefined ? {} : { method: 'POST', body: next.form }),
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
      jar.set(name!, value!)
    }
    const location = response.headers.get('location')
    if (location?.startsWith(publicUrl)) return new URL(location).search
    next =
      location === null
        ? { url: formAction(await response.text(), next.url), form: answer(subject, step) }
        : { url: new URL(location, next.url).href, form: undefined }
  }
  throw new Error('the provider did not send us back')
}

const formAction = (page: string, base: string) => new URL(/action="([^"]+)"/.exec(page)![1]!, base).href

/** The development pages ask first for a name, then for consent. */
const answer = (login: string, step: number) =>
  new URLSearchParams(step < 3 ? { prompt: 'login', login, password: 'any' } : { prompt: 'consent' })
