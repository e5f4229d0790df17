import type { Text } from '#platform/text.ts'

export const WAIT_SECONDS = 60
export const ATTEMPTS_MAX = 5
const PHONE_HOUR_MAX = 5
const PHONE_DAY_MAX = 10
/** High, since a whole work site, or a carrier's customers, may share one address. */
const ADDRESS_HOUR_MAX = 60

export type CodeCounts = {
  /** Null where this phone never asked. */
  readonly secondsSinceLast: number | null
  readonly phoneHour: number
  readonly phoneDay: number
  readonly addressHour: number
}

/** What to say where a limit is reached. It says nothing about whether the phone is known. */
export function limitReached(counts: CodeCounts): Text | undefined {
  const since = counts.secondsSinceLast
  if (since !== null && since < WAIT_SECONDS) {
    const left = Math.ceil(WAIT_SECONDS - since)
    return { zh: `请在${left}秒后再获取验证码。`, en: `Ask for another code in ${left} seconds.` }
  }
  if (counts.phoneDay >= PHONE_DAY_MAX) {
    return {
      zh: '这个手机号今天获取验证码的次数已用完，请明天再试。',
      en: 'This phone has had its codes for today; try again tomorrow.',
    }
  }
  if (counts.phoneHour >= PHONE_HOUR_MAX || counts.addressHour >= ADDRESS_HOUR_MAX) {
    return {
      zh: '获取验证码太频繁，请一小时后再试。',
      en: 'Too many codes were asked for; try again in an hour.',
    }
  }
  return undefined
}
