/** What the test uses of a package that brings no types. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  export type Account = {
    accountId: string
    claims: () => Promise<Record<string, unknown> & { sub: string }>
  }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: readonly { client_id: string; client_secret: string; redirect_uris: readonly string[] }[]
        claims: Record<string, readonly string[]>
        features: Record<string, { enabled: boolean }>
        findAccount: (ctx: unknown, sub: string) => Account
      },
    )
    callback(): RequestListener
  }
}
