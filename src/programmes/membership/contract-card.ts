import { z } from 'zod'
import { anyone, command, fileAnswer, instant, person, query } from '#platform/contract.ts'

const standingNow = z.enum(['active', 'retained', 'none'])

export const card = {
  // A command, because the first call makes the card; the key goes to the member's phone and is kept for no repeat.
  carryCard: command({
    summary: { zh: '领取电子会员证', en: 'Fetch my card for this phone' },
    who: person,
    callsPerMinute: 20,
    answersSecret: true,
    input: z.object({}),
    output: z.object({
      serial: z.string(),
      name: z.string(),
      organisationName: z.string(),
      cityName: z.string(),
      standing: standingNow,
      since: z.iso.date(),
      /** Where the code on the card leads; the serial and the moving code follow. */
      verifyAt: z.string(),
      /** Key of the moving code, base64. */
      secret: z.string(),
      fetchedAt: instant,
    }),
  }),
  verifyCard: query({
    summary: { zh: '核验会员证', en: 'Whether a card is good, for anybody who is shown it' },
    who: anyone,
    inBody: true,
    // Nobody finds serials by trying: 54 bits of chance at twenty tries a minute.
    callsPerMinute: 20,
    input: z.object({
      serial: z.string().trim().min(1).max(40),
      /** The moving code: the half minute that it was made in, and the signature. */
      window: z.number().int().min(0).max(10_000_000_000).optional(),
      code: z
        .string()
        .regex(/^[0-9a-f]{10}$/)
        .optional(),
    }),
    output: z.object({
      /** `mistyped`: the check characters do not fit, so that nothing was looked up. */
      found: z.enum(['card', 'mistyped', 'unknown']),
      serial: z.string().nullable(),
      maskedName: z.string().nullable(),
      standing: standingNow,
      since: z.iso.date().nullable(),
      /** When the code was made, as far as it is signed by this card. */
      shown: z.enum(['now', 'earlier', 'clock-differs', 'unsigned', 'forged']),
      shownAt: instant.nullable(),
      checkedAt: instant,
    }),
  }),
  printCard: query({
    summary: { zh: '打印会员证', en: 'My card on paper' },
    who: person,
    audited: true,
    input: z.object({}),
    output: fileAnswer,
  }),
}
