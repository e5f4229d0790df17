import type { Context } from '#platform/context.ts'
import { tables } from '../tables.ts'
import { checkClaims } from './check-claims.ts'

/** Everything is judged anew: a claim changes the relations that it stands in. */
export async function verdictOf(ctx: Context, kind: 'claim' | 'relation', id: string) {
  await checkClaims(ctx)
  const { verdict } = await tables(ctx)
    .selectFrom('claims.judgement')
    .select('verdict')
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('no', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return verdict
}
