import type { z } from 'zod'
import { contextOf, type Application } from './application.ts'
import { requireMayCall } from './authorise.ts'
import type { Actor, Caller, Context } from './context.ts'
import { isFileOperation, type Operation } from './contract.ts'
import { refusalOf } from './database-refusal.ts'
import { conflict, Failure, invalid } from './failures.ts'
import { parseInput } from './input.ts'
import { secretHash } from './keys.ts'

/**
 * The one path that every call takes, from the web, the CLI, a job or a test: may they call, is the input good,
 * run in a transaction, check the output (nothing undeclared leaks), write the audit line with it, commit.
 * Throws a Failure for a refusal; anything else is a bug.
 */
export async function execute<P extends Operation>(
  app: Application,
  caller: Caller,
  operation: P,
  raw: z.input<P['input']>,
): Promise<z.output<P['output']>> {
  const ctx = contextOf(app, caller, operation.id)
  try {
    requireMayCall(caller.actor, operation)
    const input = parseInput(operation.input, raw)
    if (operation.kind === 'query' && operation.audited !== true)
      return await answer(app, ctx, operation, input)
    if (operation.hot === true) return await answer(app, hotContext(ctx, operation, input), operation, input)
    return await inTransaction(app, ctx, operation, input)
  } catch (error) {
    const failure = asFailure(app, error)
    if (failure.status === 403) await recordRefusal(ctx, operation, failure, raw)
    throw failure
  }
}

async function answer(app: Application, ctx: Context, operation: Operation, input: unknown): Promise<any> {
  const handler = app.handlers.get(operation.id)
  if (handler === undefined)
    throw new Error(`operation ${operation.id} belongs to no module of this application`)
  const output = await handler(ctx, input)
  const checked = operation.output.safeParse(output)
  if (checked.success) return checked.data
  throw new Error(
    `${operation.id} answered something its contract does not declare: ${checked.error.message}`,
  )
}

/** A hot command's function is its transaction, and writes the audit line with what it does. */
function hotContext(ctx: Context, operation: Operation, input: unknown): Context {
  const line = { outcome: 'done', input: withoutSensitive(operation, input) } as const
  return { ...ctx, hotLine: () => JSON.stringify(ctx.ports.lineOf(ctx, line)) }
}

async function inTransaction(
  app: Application,
  ctx: Context,
  operation: Operation,
  input: unknown,
): Promise<any> {
  const waiting: Parameters<Context['afterCommit']>[0][] = []
  const output = await ctx.db.transaction().execute(async (db) => {
    const inside: Context = { ...ctx, db, afterCommit: (run) => void waiting.push(run) }
    const remembered = await rememberKey(inside, operation, input)
    if (remembered !== undefined) return remembered.output
    const output = await answer(app, inside, operation, input)
    await ctx.ports.record(inside, { outcome: 'done', input: withoutSensitive(operation, input) })
    await keepAnswer(inside, operation, output)
    return output
  })
  for (const run of waiting) ctx.afterCommit(run)
  return output
}

/** Undefined for a new key (or none); the first answer for a known one; waits for a twin still running. */
async function rememberKey(
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

async function keepAnswer(ctx: Context, operation: Operation, output: unknown): Promise<void> {
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

function withoutSensitive(operation: Operation, input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return input
  const hidden = new Set(operation.sensitive ?? [])
  return Object.fromEntries(
    Object.entries(input).map(([name, value]) => [name, hidden.has(name) ? '•' : value]),
  )
}

/** A refused attempt is worth knowing; its own transaction, since the command's is gone. */
async function recordRefusal(
  ctx: Context,
  operation: Operation,
  failure: Failure,
  raw: unknown,
): Promise<void> {
  if (operation.kind === 'query' && operation.audited !== true) return
  await ctx.ports
    .record(ctx, { outcome: 'refused', code: failure.code, input: withoutSensitive(operation, raw) })
    .catch((error: unknown) =>
      ctx.log.error({ err: error, operation: operation.id }, 'a refusal was not recorded'),
    )
}

/** The database's own refusals, in the words that the module gave its constraints. */
function asFailure(app: Application, error: unknown): Failure {
  if (error instanceof Failure) return error
  const refusal = refusalOf(app.refusals, error)
  if (refusal !== undefined) return refusal
  throw error
}
