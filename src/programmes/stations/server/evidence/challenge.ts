import { z } from 'zod'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { sign, verifySigned } from '#platform/keys.ts'

/**
 * The server's word that this person may photograph this station now. It is signed and kept nowhere; the evidence
 * that answers it keeps its id, so that it proves one photo of a kind.
 */
const statement = z.object({
  id: z.uuid(),
  station: z.uuid(),
  account: z.uuid(),
  /** A kind of photo, or any on a visit's checklist. */
  what: z.string(),
  from: z.number(),
  until: z.number(),
})
export type Challenge = z.output<typeof statement>

export const ANY_PHOTO = 'any'

type Wish = Pick<Challenge, 'station' | 'account' | 'what'> & {
  readonly forMs: number
  /** A visit's word has one id, however often the route is fetched. */
  readonly id?: string
  readonly from?: number
}

export function makeChallenge(
  ctx: Context,
  { forMs, ...wish }: Wish,
): { token: string; challenge: Challenge } {
  const from = wish.from ?? ctx.now.getTime()
  const challenge = {
    id: wish.id ?? newId(ctx.now.getTime()),
    station: wish.station,
    account: wish.account,
    what: wish.what,
    from,
    until: from + forMs,
  }
  return { token: sign(ctx.config.keys, 'photo-challenge', challenge), challenge }
}

/** Throws `photo-challenge` where it is forged, or of another station, person or kind of photo. */
export function requireChallenge(
  ctx: Context,
  token: string,
  { station, what }: Pick<Challenge, 'station' | 'what'>,
): Challenge {
  const read = statement.safeParse(verifySigned(ctx.config.keys, 'photo-challenge', token))
  const { actor } = ctx
  const fits =
    read.success &&
    read.data.station === station &&
    (read.data.what === what || read.data.what === ANY_PHOTO) &&
    actor.kind === 'account' &&
    read.data.account === actor.accountId
  if (fits) return read.data
  throw invalid('photo-challenge', {
    field: 'challenge',
    reason: {
      zh: '这张照片不是为这个驿站、这一项、由您领的拍照任务拍的。',
      en: 'This photo does not answer a challenge given to you for this station and this kind of photo.',
    },
    accepted: { zh: '在本页重新拍一张', en: 'take it again on this page' },
  })
}
