import type { Actor, Context } from './context.ts'
import { isFileOperation, type Operation } from './contract.ts'
import { conflict, invalid } from './failures.ts'
import { secretHash } from './keys.ts'

/** Undefined for a new key (or none); the first answer for a known one; waits for a twin still running. */
export async function rememberKey(
  ctx: Context,
  operation: Operation,
  input: unknown,
): Promise<{ output: unknown } | undefined> {
  if (!hasKey(ctx, operation)) return undefined
  if (!KEY_LENGTH.test(ctx.idempotencyKey)) throw badKey()
  const actor = actorKey(ctx.actor)
  // Keyed, since an input may hold an identity number, and there are few enough of those to try them all.
  const digest = secretHash(ctx.config.keys, 'command-input', JSON.stringify(input)).toString('hex')
  const table = ctx.db.withTables<PlatformTables>()
  const inserted = await table
    .insertInto('platform.command_key')
    .values({ actor, key: ctx.idempotencyKey, operation: operation.id, input_digest: digest })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return undefined
  const known = await table
    .selectFrom('platform.command_key')
    .select(['operation', 'input_digest', 'output'])
    .where('actor', '=', actor)
    .where('key', '=', ctx.idempotencyKey)
    .executeTakeFirstOrThrow()
  const isSame = known.operation === operation.id && known.input_digest === digest
  if (isSame && keepsAnswer(operation)) return { output: known.output }
  if (isSame) throw doneAlready()
  throw conflict('key-reused', {
    zh: '这个幂等键已用于另一个请求，内容不同。请换一个新键。',
    en: 'This idempotency key was used for a different request. Use a new key.',
  })
}

export async function keepAnswer(ctx: Context, operation: Operation, output: unknown): Promise<void> {
  if (!hasKey(ctx, operation) || !keepsAnswer(operation)) return
  await ctx.db
    .withTables<PlatformTables>()
    .updateTable('platform.command_key')
    .set({ output: JSON.stringify(output) })
    .where('actor', '=', actorKey(ctx.actor))
    .where('key', '=', ctx.idempotencyKey)
    .execute()
}

/** A query repeats nothing, and what it reveals is kept nowhere: asked again, it is looked up and recorded again. */
const hasKey = (ctx: Context, operation: Operation): ctx is Context & { readonly idempotencyKey: string } =>
  operation.kind === 'command' && ctx.idempotencyKey !== undefined

/** As the table holds it. */
const KEY_LENGTH = /^.{8,100}$/u

const badKey = () =>
  invalid('idempotency-key', {
    field: 'idempotency-key',
    reason: { zh: '幂等键应为8至100个字符。', en: 'An idempotency key has 8 to 100 characters.' },
  })

const keepsAnswer = (operation: Operation) => operation.answersSecret !== true && !isFileOperation(operation)

const doneAlready = () =>
  conflict('done-already', {
    zh: '这个操作已经完成，结果只显示一次，没有保存。',
    en: 'This was done already. Its answer is shown once and was not kept.',
  })

type PlatformTables = {
  'platform.command_key': {
    actor: string
    key: string
    operation: string
    input_digest: string
    output: unknown
  }
}

function actorKey(actor: Actor): string {
  if (actor.kind === 'account') return `account:${actor.accountId}`
  if (actor.kind === 'partner') return `partner:${actor.keyId}`
  return actor.kind === 'system' ? `system:${actor.name}` : 'anonymous'
}
