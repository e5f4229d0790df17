import { timingSafeEqual } from 'node:crypto'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import type { SignInAnswer } from '../shapes.ts'
import { ensureAccount, phoneIndex } from './accounts.ts'
import { candidates } from './candidates.ts'
import { personsBehind } from './persons-behind.ts'
import { codeHash } from './request-code.ts'
import { ATTEMPTS_MAX } from './rules/code-limits.ts'
import { openSession } from './sessions.ts'
import { tables } from './tables.ts'

/**
 * Only the newest code of a phone counts, and only once. A wrong code is answered, not thrown: a throw would
 * roll back the count of attempts.
 */
export const verifyCode: Handler<typeof access.verifyCode> = async (ctx, { phone, code, device }) => {
  const asked = await lockNewestCode(ctx, phoneIndex(ctx.config.keys, phone))
  if (asked === undefined) return refused(ctx, 0)
  if (!timingSafeEqual(asked.code_hash, codeHash(ctx, asked.id, code))) {
    await tables(ctx)
      .updateTable('access.sign_in_code')
      .set({ attempts: asked.attempts + 1 })
      .where('id', '=', asked.id)
      .execute()
    return refused(ctx, ATTEMPTS_MAX - asked.attempts - 1)
  }
  await tables(ctx)
    .updateTable('access.sign_in_code')
    .set({ used_at: ctx.now })
    .where('id', '=', asked.id)
    .execute()
  const accountId = await ensureAccount(ctx, phone)
  return openForAccount(ctx, accountId, 'code', device)
}

/** Undefined where the newest code is used, too old, or was guessed at too often. */
async function lockNewestCode(ctx: Context, index: Buffer) {
  const row = await tables(ctx)
    .selectFrom('access.sign_in_code')
    .select(['id', 'code_hash', 'attempts', 'used_at', 'expires_at'])
    .where('phone_index', '=', index)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined || row.used_at !== null || row.expires_at <= ctx.now) return undefined
  return row.attempts < ATTEMPTS_MAX ? row : undefined
}

/**
 * Signs in as the account's one linked person. With several, or with somebody whom only a roster has under this
 * phone, the page asks for a choice and a second proof; with none it can ask for a document.
 */
export async function openForAccount(
  ctx: Context,
  accountId: string,
  way: 'code' | 'oidc',
  device: string,
): Promise<SignInAnswer> {
  const behind = await personsBehind(ctx, accountId)
  const only = behind.length === 1 && behind[0]!.isLinked ? behind[0]!.person : null
  await openSession(ctx, { accountId, person: only, way, device })
  ctx.auditNote.subjects = [`account:${accountId}`]
  if (only !== null || behind.length === 0) return { step: 'done' }
  const persons = behind.map(({ person }) => person)
  return { step: 'choose', persons: await candidates(ctx, persons) }
}

function refused(ctx: Context, attemptsLeft: number): SignInAnswer {
  ctx.auditNote.detail = { step: 'refused', attemptsLeft }
  return attemptsLeft > 0
    ? {
        step: 'refused',
        zh: `验证码不对，还可以试${attemptsLeft}次。`,
        en: `That code is not right; ${attemptsLeft} more tries.`,
        attemptsLeft,
      }
    : {
        step: 'refused',
        zh: '验证码不对或已失效，请重新获取。',
        en: 'That code is not right or no longer valid; ask for a new one.',
        attemptsLeft: 0,
      }
}
