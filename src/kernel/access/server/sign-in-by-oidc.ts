import type { Context } from '#platform/context.ts'
import { conflict, Failure } from '#platform/failures.ts'
import { verifySigned } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import type { z } from 'zod'
import type { access } from '../contract.ts'
import { phone as phoneShape } from '../shapes.ts'
import { ensureAccount } from './accounts.ts'
import { failed, proofShape } from './oidc.ts'
import { tables } from './tables.ts'
import { openForAccount } from './verify-code.ts'

type Proof = z.infer<typeof proofShape>

/**
 * Signs in whom the identity provider vouched for. A new identity finds its account by the link that its owner
 * asked for while signed in, or by a phone that the provider verified; otherwise it is refused, never guessed.
 */
export const signInByOidc: Handler<typeof access.signInByOidc> = async (ctx, input) => {
  const proof = proofShape.safeParse(verifySigned(ctx.config.keys, 'oidc-proof', input.proof)).data
  if (proof === undefined || proof.until < ctx.now.getTime()) throw failed()
  const known = await findIdentity(ctx, proof)
  const accountId = known ?? (await accountForNew(ctx, proof))
  if (proof.linkTo !== null && proof.linkTo !== accountId) throw linkedElsewhere()
  if (known === undefined) await keepIdentity(ctx, proof, accountId)
  // Somebody who linked while signed in stays who they are.
  if (proof.linkTo === null) await openForAccount(ctx, accountId, 'oidc', input.device)
  ctx.auditNote.subjects = [`account:${accountId}`]
  return { returnTo: proof.returnTo }
}

async function findIdentity(ctx: Context, { issuer, subject }: Proof): Promise<string | undefined> {
  const row = await tables(ctx)
    .selectFrom('access.oidc_identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row?.account_id
}

async function accountForNew(ctx: Context, proof: Proof): Promise<string> {
  const { actor } = ctx
  // The link is made only for the account that asked for it, and only while it is signed in here.
  if (proof.linkTo !== null) {
    if (actor.kind === 'account' && actor.accountId === proof.linkTo) return proof.linkTo
    throw failed()
  }
  const phone = phoneShape.safeParse(proof.phone ?? '').data
  if (phone !== undefined && !phone.startsWith('120')) return ensureAccount(ctx, phone)
  throw new Failure(403, 'oidc-unlinked', {
    zh: '这个统一身份还没有与账号关联。请先用手机号登录，再在“登录设备”页关联。',
    en: 'This identity is linked to no account. Sign in by phone first, then link it on the page of your sessions.',
  })
}

const keepIdentity = (ctx: Context, { issuer, subject }: Proof, accountId: string) =>
  tables(ctx)
    .insertInto('access.oidc_identity')
    .values({ issuer, subject, account_id: accountId, created_at: ctx.now })
    .execute()

const linkedElsewhere = () =>
  conflict('oidc-linked', {
    zh: '这个统一身份已关联另一个账号。',
    en: 'This identity is linked to another account.',
  })
