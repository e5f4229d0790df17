import { z } from 'zod'
import { anyone, operations, query } from '#platform/contract.ts'
import { settlementOperations } from './settlement-schema.ts'

export { greenTravelPermissions } from './permissions.ts'

export const greenTravel = operations('green-travel', {
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
  ...settlementOperations,
})
