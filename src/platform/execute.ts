import type { z } from 'zod'
import { contextOf, type Application } from './application.ts'
import { requireMayCall } from './authorise.ts'
import { keepAnswer, rememberKey } from './command-key.ts'
import type { Caller, Context } from './context.ts'
import type { Operation } from './contract.ts'
import { refusalOf } from './database-refusal.ts'
import { exactnessOf } from './exact-answer.ts'
import { Failure } from './failures.ts'
import { parseInput } from './input.ts'

/**
 * The one path that every call takes, from the web, the CLI, a job or a test: may they call, is the input good,
 * run in a transaction, check the output (nothing undeclared leaks), write the audit line with it, commit.
 * Throws a Failure for a refusal; anything else is a bug.
 */
export const execute = <P extends Operation>(
  app: Application,
  caller: Caller,
  operation: P,
  raw: z.input<P['input']>,
): Promise<z.output<P['output']>> => run(app, caller, operation, raw, parsed)

/** The same for whoever writes the answer down as JSON: with moments as they are, it need not be built a second time. */
export const executeForJson = (
  app: Application,
  caller: Caller,
  operation: Operation,
  raw: unknown,
): Promise<unknown> => run(app, caller, operation, raw, parsedForJson)

/** An operation's answer with nothing in it that its contract does not declare; throws where something is missing. */
type Check = (operation: Operation, output: unknown) => unknown

const parsed: Check = (operation, output) => {
  const checked = operation.output.safeParse(output)
  if (checked.success) return checked.data
  throw new Error(
    `${operation.id} answered something its contract does not declare: ${checked.error.message}`,
  )
}

const parsedForJson: Check = (operation, output) =>
  exactnessOf(operation.output)?.(output) === true ? output : parsed(operation, output)

async function run(
  app: Application,
  caller: Caller,
  operation: Operation,
  raw: unknown,
  check: Check,
): Promise<any> {
  const ctx = contextOf(app, caller, operation.id)
  try {
    requireMayCall(caller.actor, operation)
    const input = parseInput(operation.input, raw)
    if (operation.kind === 'query' && operation.audited !== true)
      return await answer(app, ctx, operation, input, check)
    if (operation.hot === true)
      return await answer(app, hotContext(ctx, operation, input), operation, input, check)
    return await inTransaction(app, ctx, operation, input, check)
  } catch (error) {
    const failure = asFailure(app, error)
    if (failure.status === 403) await recordRefusal(ctx, operation, failure, raw)
    throw failure
  }
}

async function answer(
  app: Application,
  ctx: Context,
  operation: Operation,
  input: unknown,
  check: Check,
): Promise<unknown> {
  const handler = app.handlers.get(operation.id)
  if (handler === undefined)
    throw new Error(`operation ${operation.id} belongs to no module of this application`)
  return check(operation, await handler(ctx, input))
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
  check: Check,
): Promise<unknown> {
  const waiting: Parameters<Context['afterCommit']>[0][] = []
  const output = await ctx.db.transaction().execute(async (db) => {
    const inside: Context = { ...ctx, db, afterCommit: (run) => void waiting.push(run) }
    const remembered = await rememberKey(inside, operation, input)
    if (remembered !== undefined) return remembered.output
    const output = await answer(app, inside, operation, input, check)
    await ctx.ports.record(inside, { outcome: 'done', input: withoutSensitive(operation, input) })
    await keepAnswer(inside, operation, output)
    return output
  })
  for (const run of waiting) ctx.afterCommit(run)
  return output
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
