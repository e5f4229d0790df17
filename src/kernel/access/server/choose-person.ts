import { documentTailMatches } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import { tooMany, unauthenticated } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import type { SignInAnswer } from '../shapes.ts'
import { linkAccount } from './accounts.ts'
import { personsBehind } from './persons-behind.ts'
import { forgetActors } from './session-cache.ts'
import { tables } from './tables.ts'
import { takeTurn } from './take-turn.ts'

const FAILURES_A_DAY_MAX = 5
const DAY_MS = 86_400_000

/**
 * The second proof, where a phone leads to several persons or only a roster names it: the document number's last
 * six characters. Failures are counted by account and day, so that signing in again buys no new tries. A person
 * who is not behind this phone is answered like a wrong number.
 */
export const choosePerson: Handler<typeof access.choosePerson> = async (ctx, { personId, documentTail }) => {
  const { actor } = ctx
  if (actor.kind !== 'account' || actor.sessionId === null) throw unauthenticated()
  const failures = await countFailures(ctx, actor.accountId)
  if (failures >= FAILURES_A_DAY_MAX) throw noMoreTries()
  const behind = await personsBehind(ctx, actor.accountId)
  const person = behind.find((one) => one.person.id === personId)?.person
  const proved = person !== undefined && (await documentTailMatches(ctx, person, documentTail))
  await tables(ctx)
    .insertInto('access.proof_attempt')
    .values({ id: newId(ctx.now.getTime()), account_id: actor.accountId, at: ctx.now, succeeded: proved })
    .execute()
  if (!proved) return refused(ctx, FAILURES_A_DAY_MAX - failures - 1)
  await linkAccount(ctx, person, actor.accountId)
  await tables(ctx)
    .updateTable('access.session')
    .set({ person_bk: person.bk, person_id: person.id })
    .where('id', '=', actor.sessionId)
    .execute()
  ctx.auditNote.subjects = [`person:${person.bk}:${person.id}`]
  forgetActors(ctx)
  return { step: 'done' }
}

/** Takes the account's turn first, so that guesses at once are counted one after another. */
async function countFailures(ctx: Context, accountId: string): Promise<number> {
  await takeTurn(ctx, 'account', accountId)
  const { failures } = await tables(ctx)
    .selectFrom('access.proof_attempt')
    .select((select) => select.fn.countAll<number>().as('failures'))
    .where('account_id', '=', accountId)
    .where('at', '>', new Date(ctx.now.getTime() - DAY_MS))
    .where('succeeded', '=', false)
    .executeTakeFirstOrThrow()
  return failures
}

function refused(ctx: Context, attemptsLeft: number): SignInAnswer {
  ctx.auditNote.detail = { step: 'refused', attemptsLeft }
  return {
    step: 'refused',
    zh: `与所选身份的证件不符，今天还可以试${attemptsLeft}次。`,
    en: `That does not match the person chosen; ${attemptsLeft} more tries today.`,
    attemptsLeft,
  }
}

const noMoreTries = () =>
  tooMany({
    zh: '今天核对身份的次数已用完，请明天再试，或到工会办理。',
    en: 'No tries are left today; try again tomorrow, or ask at the union.',
  })
