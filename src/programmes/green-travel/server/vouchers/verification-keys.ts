import type { Handler } from '#platform/module.ts'
import type { greenTravel } from '../../contract.ts'
import { tables } from '../tables.ts'

/** All keys that were ever signed with: a reader that was away for a month knows them still. */
export const verificationKeys: Handler<typeof greenTravel.verificationKeys> = async (ctx) => {
  const rows = await tables(ctx)
    .selectFrom('green_travel.signing_key')
    .select(['no', 'public_key'])
    .orderBy('no')
    .execute()
  return { keys: rows.map(({ no, public_key }) => ({ no, publicKey: public_key.toString('base64') })) }
}
