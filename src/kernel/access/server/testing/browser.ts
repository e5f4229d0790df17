import { systemCaller } from '#platform/application.ts'
import type { Effects } from '#platform/context.ts'
import type { InputOf, Operation, OutputOf } from '#platform/contract.ts'
import { execute } from '#platform/execute.ts'
import type { Log } from '#platform/log.ts'
import type { World } from '#tests/world.ts'
import { access } from '../../contract.ts'

export type Browser = {
  /** Calls an operation as a browser does: with its cookie, keeping or dropping it as the answer says. */
  call<P extends Operation>(operation: P, input: InputOf<P>): Promise<OutputOf<P>>
  /** Asks for a code, reads it off the message, and signs in with it. */
  signIn(phone: string): Promise<OutputOf<typeof access.verifyCode>>
  readonly token: () => string | undefined
  /** The cookie is put in by hand, as a thief would. */
  take(token: string | undefined): void
}

export type Phones = { readonly log: Log; readonly lastCode: (phone: string) => string }

/** Stands in for everybody's phone: keeps the messages that the log adapter writes. */
export function makePhones(): Phones {
  const sent: { to: string; code: string }[] = []
  const keep = (fields: object) => {
    const { sms } = fields as { sms?: { to: string; values: Record<string, string> } }
    if (sms !== undefined) sent.push({ to: sms.to, code: sms.values['code']! })
  }
  return {
    log: { info: keep, warn: () => {}, error: (fields) => console.error(fields) },
    lastCode: (phone) => sent.findLast(({ to }) => to.slice(-4) === phone.slice(-4))!.code,
  }
}

export function makeBrowser(world: World, phones: Phones, address = '192.0.2.1'): Browser {
  const app = { ...world.app, log: phones.log }
  let token: string | undefined
  const call: Browser['call'] = async (operation, input) => {
    const effects: Effects = {}
    const at = { db: app.database.db, config: app.config, now: app.clock() }
    const actor = await app.ports.identify(at, token === undefined ? {} : { sessionToken: token })
    const caller = { ...systemCaller('test'), actor, address, effects, origin: 'test' as const }
    const output = await execute(app, caller, operation, input)
    if (effects.session !== undefined) token = effects.session?.token
    return output
  }
  return {
    call,
    signIn: async (phone) => {
      await call(access.requestCode, { phone })
      return call(access.verifyCode, {
        phone,
        code: phones.lastCode(phone),
        device: 'Mozilla/5.0 (iPhone) Safari',
      })
    },
    token: () => token,
    take: (other) => void (token = other),
  }
}
