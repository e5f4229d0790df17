import type { z } from 'zod'
import type { Context, Db, PersonKey } from './context.ts'
import type { Operation, Permissions } from './contract.ts'
import type { Failure } from './failures.ts'
import type { Text } from './text.ts'

export type Handler<P extends Operation> = (
  ctx: Context,
  input: z.output<P['input']>,
) => Promise<z.input<P['output']>>

export type Handlers<T extends Record<string, Operation>> = { readonly [K in keyof T]: Handler<T[K]> }

/** Something that waits for the caller: the staff face opens on these. */
export type WorkItem = {
  readonly kind: string
  readonly title: Text
  readonly href: string
  readonly since: Date
  readonly dueAt?: Date
  readonly organisationName?: string
}

/** What a module holds about a person, for the page that shows them. */
export type Holding = {
  readonly what: Text
  readonly why: Text
  readonly count: number
  readonly href?: string
}

export type JobMeans = {
  /** For a job that works over several connections at once; its `ctx` keeps to the one that holds its lock. */
  readonly pool: Db
  /** Aborted when the server stops: a long job ends after the piece of work that it is at. */
  readonly signal: AbortSignal
}

export type Job = {
  readonly name: string
  /** Runs in one process at a time, at most this often. */
  readonly everySeconds: number
  readonly run: (ctx: Context, means: JobMeans) => Promise<void>
}

/** What a demo module may use: the owner's connection, for bulk SQL and for a story that lies in the past. */
export type DemoContext = {
  readonly db: Db
  readonly today: Date
  readonly seed: number
  readonly config: Context['config']
  readonly progress: (message: Text) => void
  /** Ids that later modules' demos need, such as the counties' organisations. */
  readonly shared: Map<string, unknown>
  /** Every module, for a part that tells of what the others record. */
  readonly modules?: readonly Module[]
}

/**
 * A module's manifest. A programme is a module that nobody imports; a kernel part has a front door besides.
 * Everything optional is collected by app from the explicit list in `src/app/modules.ts`.
 */
export type Module = {
  readonly name: string
  readonly title: Text
  readonly operations: Readonly<Record<string, Operation>>
  readonly handlers: Readonly<Record<string, Handler<any>>>
  readonly permissions: Permissions
  /** Folder of the module, as a file URL; `migrations/` below it holds its dated SQL files. */
  readonly folder: URL
  /** Refusals that the database speaks: constraint name → what the person is told. */
  readonly refusals?: Readonly<Record<string, () => Failure>>
  readonly jobs?: readonly Job[]
  /** What a new real database must hold before anybody can sign in. */
  readonly plant?: (ground: DemoContext) => Promise<void>
  readonly demo?: (demo: DemoContext) => Promise<void>
  /**
   * Whose demos must be told before this one, by name; left out: those of every module before it. What is told at the same
   * time shares one connection: while the database takes what one part wrote, another is made up.
   */
  readonly demoNeeds?: readonly string[]
  /** What can be told only once every module's demo is there, such as a published number. */
  readonly demoLast?: (demo: DemoContext) => Promise<void>
  /** What waits for the caller here. */
  readonly workList?: (ctx: Context) => Promise<readonly WorkItem[]>
  /** Hands open work from an officer who leaves to their successor; answers how many items moved. */
  readonly handOver?: (ctx: Context, from: PersonKey, to: PersonKey) => Promise<number>
  /** Refuses where two rows of persons may not become one, such as where that would give somebody a role. */
  readonly beforeMerge?: (ctx: Context, from: PersonKey, into: PersonKey) => Promise<void>
  /** Takes away what is here of a person who is erased, as far as no law keeps it. */
  readonly forget?: (ctx: Context, person: PersonKey) => Promise<void>
  readonly holdings?: (ctx: Context, person: PersonKey) => Promise<readonly Holding[]>
  /**
   * Two rows turn out to be one person: what must not stand twice is ended here, in the transaction that links them.
   * No row moves. `unmerging` takes it back when the link is undone.
   */
  readonly merging?: (ctx: Context, from: PersonKey, into: PersonKey) => Promise<void>
  readonly unmerging?: (ctx: Context, from: PersonKey, into: PersonKey) => Promise<void>
  /** Columns that name a person without a foreign key, proved by `zhenyi db check` (decision record 0003). */
  readonly personColumns?: readonly { readonly table: string; readonly bk: string; readonly id: string }[]
}

/** Checks at compile time that every operation has its handler, and nothing else. */
export function defineModule<
  T extends Record<string, Operation>,
  M extends Omit<Module, 'operations' | 'handlers'>,
>(manifest: M & { readonly operations: T; readonly handlers: Handlers<T> }): M & Module {
  return manifest as unknown as M & Module
}
