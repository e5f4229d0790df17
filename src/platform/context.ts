import type { Kysely } from 'kysely'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import type { Module } from './module.ts'
import type { Language } from './text.ts'

/** A permission held at a unit of the tree, there and below. `unit` is the unit's path (see `reachOf`). */
export type Grant = { readonly permission: string; readonly unit: string }

/** A person's key: persons are bucketed (decision record 0003). */
export type PersonKey = { readonly bk: number; readonly id: string }

export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'account'
      readonly accountId: string
      readonly sessionId: string | null
      readonly person: PersonKey | null
      readonly name: string
      readonly roles: readonly string[]
      readonly grants: readonly Grant[]
    }
  | {
      readonly kind: 'partner'
      readonly keyId: string
      readonly name: string
      readonly organisationId: string
      readonly unit: string
      readonly operations: readonly string[]
    }
  | { readonly kind: 'system'; readonly name: string }

/** No table is known here: a module adds its own with `ctx.db.withTables<ItsTables>()`. */
export type Db = Kysely<Record<never, never>>

/** What a handler adds to its audit line. */
export type AuditNote = {
  organisationId?: string
  /** What was acted on, such as `station:0192…`; at most 20 are kept, the number is always exact. */
  subjects?: string[]
  reason?: string
  detail?: Record<string, string | number | boolean | null>
}

export type AuditOutcome = {
  readonly outcome: 'done' | 'refused'
  readonly code?: string
  readonly input: unknown
}

export type Origin = 'web' | 'cli' | 'job' | 'test'

/** Who calls, how, and in which language: everything about a call but its operation and input. */
export type Caller = {
  readonly actor: Actor
  readonly language: Language
  readonly origin: Origin
  readonly requestId: string
  /** Repeating a command with the same key gives the first answer again and does nothing. */
  readonly idempotencyKey?: string
  /** Network address, for rate limits; never kept longer than the limit needs. */
  readonly address?: string
  /** What the transport does after a commit: the web sets or ends the session cookie. */
  readonly effects?: Effects
}

export type Effects = { session?: { readonly token: string; readonly until: Date } | null }

/** What a caller shows to be known: a session, a partner's machine key, or a name given at the command line. */
export type Credentials = {
  readonly sessionToken?: string
  readonly partnerKey?: string
  readonly named?: string
}

/** Handed to every handler and kernel function as first parameter. There are no globals. */
export type Context = Caller & {
  readonly now: Date
  readonly db: Db
  readonly config: Config
  readonly log: Log
  readonly modules: readonly Module[]
  readonly operationId: string
  readonly ports: Ports
  readonly auditNote: AuditNote
  /** A hot command's audit line as it stands now, in JSON, for the SQL function that writes it (`audit.add_line`). */
  readonly hotLine?: () => string
  /**
   * Runs once the transaction is committed; never where it is rolled back. A failure is logged, not answered. What is
   * run gets the call's context outside of the transaction, for work that lasts longer than the answer.
   */
  readonly afterCommit: (run: (outside: Context) => Promise<void>) => void
}

/** What platform needs from the kernel, plugged in by app. */
export type Ports = {
  /** Who is behind these credentials; anonymous where they are unknown, expired or ended. */
  readonly identify: (at: Pick<Context, 'db' | 'config' | 'now'>, credentials: Credentials) => Promise<Actor>
  /** The tree path of a unit, or undefined where there is none. */
  readonly unitPath: (ctx: Context, organisationId: string) => Promise<string | undefined>
  /** Writes the audit line in the caller's transaction. */
  readonly record: (ctx: Context, line: AuditOutcome) => Promise<void>
  /** The line that `record` would write, for a hot command's own function. */
  readonly lineOf: (ctx: Context, line: AuditOutcome) => object
}
