import { z } from 'zod'
import { anyone, command, fileAnswer, holding, operator, paging, person, query } from '#platform/contract.ts'
import { askedRide, bytes32, counter, ownRide, reason, rideAnswer, text, voucherNumber } from './shapes.ts'

/** Vouchers, from the key that signs them to the reader that asks for a ride, and what a member sees of it. */
export const ridingOperations = {
  verificationKeys: query({
    summary: { zh: '验证乘车凭证的公钥', en: 'Public keys that verify vouchers' },
    who: anyone,
    cacheSeconds: 300,
    input: z.object({}),
    output: z.object({
      /** Ed25519, 32 bytes in base64. A voucher names its key by number. */
      keys: z.array(z.object({ no: z.number().int(), publicKey: z.base64() })).max(255),
    }),
  }),
  revokedVouchers: query({
    summary: { zh: '已撤销凭证的签名清单', en: 'Signed list of revoked vouchers (docs/ride-code.md)' },
    who: anyone,
    cacheSeconds: 60,
    input: z.object({}),
    output: fileAnswer,
  }),
  myRiding: query({
    summary: { zh: '我能否乘车，为什么', en: 'Whether I may ride, and why not' },
    who: person,
    input: z.object({}),
    output: z.object({
      refusal: z.object({ code: z.string(), zh: z.string(), en: z.string(), next: text }).nullable(),
      consents: z.array(z.object({ purpose: z.string(), given: z.boolean() })),
      terms: z
        .object({
          memberFen: z.number().int(),
          unionFen: z.number().int(),
          ridesPerDay: z.number().int(),
          ridesPerMonth: z.number().int(),
          retentionMonths: z.number().int(),
        })
        .nullable(),
    }),
  }),
  issueVoucher: command({
    summary: { zh: '领取乘车凭证', en: 'Fetch a voucher for this phone' },
    who: person,
    callsPerMinute: 30,
    // Neither the log nor a remembered answer may lead from a person to their rides.
    answersSecret: true,
    sensitive: ['deviceKey'],
    input: z.object({
      /** Ed25519, made for this voucher alone. */
      deviceKey: bytes32,
      /** In the last days of a month, the next month's comes beside this month's. */
      period: z.enum(['now', 'next-month']).default('now'),
    }),
    output: z.object({
      /** 48 bytes and their signature in base64. */
      voucher: z.base64(),
      codeSeconds: z.number().int(),
      memberFen: z.number().int(),
      unionFen: z.number().int(),
    }),
  }),
  voucherUse: query({
    summary: { zh: '我的凭证用到哪里了', en: 'How far my vouchers are used' },
    who: person,
    inBody: true,
    input: z.object({ vouchers: z.array(voucherNumber).max(12) }),
    output: z.object({
      vouchers: z
        .array(z.object({ voucher: voucherNumber, used: z.array(counter), revoked: z.boolean() }))
        .max(12),
    }),
  }),
  revokeMyVouchers: command({
    summary: { zh: '撤销我手机上的凭证', en: 'Revoke my vouchers, for a lost phone' },
    who: person,
    input: z.object({}),
    output: z.object({ revoked: z.number().int() }),
  }),
  myRides: query({
    summary: { zh: '我的乘车记录', en: 'My rides' },
    who: person,
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(ownRide), total: z.number().int() }),
  }),
  authoriseRide: command({
    summary: { zh: '联网读卡器核验一次乘车', en: 'A connected reader asks for one ride' },
    who: holding('green-travel.authorise'),
    hot: true,
    forPartners: true,
    sensitive: ['voucher', 'counter', 'takenAt', 'route', 'signature'],
    input: askedRide,
    output: rideAnswer,
  }),
  authoriseRides: command({
    summary: { zh: '联网核验一批乘车', en: 'A connected reader asks for up to 128 rides' },
    who: holding('green-travel.authorise'),
    hot: true,
    forPartners: true,
    sensitive: ['rides'],
    input: z.object({ rides: z.array(askedRide).min(1).max(128) }),
    output: z.object({ answers: z.array(rideAnswer).max(128) }),
  }),
  revokeVoucher: command({
    summary: { zh: '撤销一个凭证', en: 'Revoke a voucher' },
    who: holding('green-travel.run'),
    input: z.object({ voucher: voucherNumber, reason }),
    output: z.object({}),
  }),
  rotateSigningKey: command({
    summary: { zh: '换一把签发凭证的密钥', en: 'A new key for signing vouchers; the old ones stay known' },
    who: operator,
    input: z.object({}),
    output: z.object({ no: z.number().int() }),
  }),
}
