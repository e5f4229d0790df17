import type { Context } from './context.ts'

export type SmsMessage = {
  readonly to: string
  /** The provider's approved template; a mainland provider sends no free text. */
  readonly template: string
  readonly values: Readonly<Record<string, string>>
  /** The same in words, for the log and for providers that take text. */
  readonly text: string
}

const TIMEOUT_MS = 5_000

/**
 * Sends a text message by the configured adapter; call it by `ctx.afterCommit`. `log` writes it to the log, as
 * development and demo do; `http` posts JSON to the provider's gateway and throws where it is not accepted.
 */
export async function sendSms(at: Pick<Context, 'config' | 'log'>, message: SmsMessage): Promise<void> {
  const { sms } = at.config
  if (sms.adapter === 'log') {
    at.log.info({ sms: { ...message, to: maskedPhone(message.to) } }, `SMS, logged only: ${message.text}`)
    return
  }
  const response = await fetch(sms.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${sms.token}` },
    body: JSON.stringify(message),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  // The body is read and dropped, so that the connection can be used again.
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`the SMS gateway answered ${response.status}`)
}

/** `138****0001`, as phones are shown wherever the whole number is not needed. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
