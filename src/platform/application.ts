import type { Config } from './config.ts'
import type { Caller, Context, Ports } from './context.ts'
import type { Database } from './database/connect.ts'
import type { Failure } from './failures.ts'
import type { Log } from './log.ts'
import type { Handler, Module } from './module.ts'
import type { Operation } from './contract.ts'

/** Everything that a running process has; made once by app, or by a test's world. */
export type Application = {
  readonly config: Config
  readonly log: Log
  readonly clock: () => Date
  readonly database: Database
  readonly modules: readonly Module[]
  readonly ports: Ports
  readonly handlers: ReadonlyMap<string, Handler<any>>
  readonly operations: ReadonlyMap<string, Operation>
  /** Constraint name → the refusal that a person is told. */
  readonly refusals: ReadonlyMap<string, () => Failure>
}

export type ApplicationParts = Omit<Application, 'handlers' | 'operations' | 'refusals'>

export function makeApplication(parts: ApplicationParts): Application {
  const operations = new Map<string, Operation>()
  const handlers = new Map<string, Handler<any>>()
  const refusals = new Map<string, () => Failure>()
  for (const module of parts.modules) {
    for (const [key, operation] of Object.entries(module.operations)) {
      operations.set(operation.id, operation)
      handlers.set(operation.id, module.handlers[key]!)
    }
    for (const [constraint, refusal] of Object.entries(module.refusals ?? {}))
      refusals.set(constraint, refusal)
  }
  return { ...parts, operations, handlers, refusals }
}

/** The context of one call, outside any transaction. */
export function contextOf(app: Application, caller: Caller, operationId: string): Context {
  const ctx: Context = {
    ...caller,
    now: app.clock(),
    db: app.database.db,
    config: app.config,
    log: app.log,
    modules: app.modules,
    operationId,
    ports: app.ports,
    auditNote: {},
    afterCommit: (run) =>
      void run(ctx).catch((error: unknown) => app.log.error({ err: error }, 'after commit')),
  }
  return ctx
}

/** The caller that jobs and start-up act as. */
export const systemCaller = (name: string): Caller => ({
  actor: { kind: 'system', name },
  language: 'zh-CN',
  origin: 'job',
  requestId: `${name}-${Date.now().toString(36)}`,
})
