import { z } from 'zod'
import type { Text } from './text.ts'

/**
 * Who may call. `holding` is checked twice: here, that the caller holds the permission somewhere, and by the
 * handler's `requireAt`, that they hold it where the record lies.
 */
export type Who =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'person' }
  | { readonly kind: 'holding'; readonly permission: string }
  | { readonly kind: 'operator' }

export const anyone: Who = { kind: 'anyone' }
/** Somebody who proved a phone number; perhaps no person is known behind it yet. */
export const signedIn: Who = { kind: 'signed-in' }
/** Somebody whose identity document is known. */
export const person: Who = { kind: 'person' }
export const holding = (permission: string): Who => ({ kind: 'holding', permission })
/** The machine's operator at the command line, and jobs: never over HTTP. */
export const operator: Who = { kind: 'operator' }

type Draft<I extends z.ZodType, O extends z.ZodType> = {
  readonly summary: Text
  readonly who: Who
  readonly input: I
  readonly output: O
  /** A query that reveals or exports leaves an audit line too; a command always does. */
  readonly audited?: boolean
  /** Input fields whose values never reach the audit line. */
  readonly sensitive?: readonly string[]
  /** The answer holds a secret that is shown once: it is not kept for a repeated key. */
  readonly answersSecret?: boolean
  /** A query whose input stands in no address, and so in nobody's log: it travels in the body, as a command's. */
  readonly inBody?: boolean
  /**
   * A command that is one call of its module's own SQL function: no transaction around it, and it hands its audit line
   * (`ctx.hotLine`) to that function, so that it stays one round trip. Its own key makes it idempotent, no header does.
   */
  readonly hot?: boolean
  /** A partner's machine key may be scoped to this operation. */
  readonly forPartners?: boolean
  /** At most this many calls a minute from one address. */
  readonly callsPerMinute?: number
  /** A public answer that a cache may keep this many seconds. */
  readonly cacheSeconds?: number
}

export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Draft<I, O> & {
  readonly kind: 'query' | 'command'
  /** `<module>.<operation>` in kebab-case, as the CLI and the audit log name it. */
  readonly id: string
}

type Unnamed<I extends z.ZodType, O extends z.ZodType> = Omit<Operation<I, O>, 'id'>

export const query = <I extends z.ZodType, O extends z.ZodType>(draft: Draft<I, O>): Unnamed<I, O> => ({
  ...draft,
  kind: 'query',
})

export const command = <I extends z.ZodType, O extends z.ZodType>(draft: Draft<I, O>): Unnamed<I, O> => ({
  ...draft,
  kind: 'command',
})

type Named<T> = { readonly [K in keyof T]: T[K] extends Unnamed<infer I, infer O> ? Operation<I, O> : never }

/** Gives a module's operations their ids. Key `findStation` of module `stations` becomes `stations.find-station`. */
export function operations<T extends Record<string, Unnamed<any, any>>>(module: string, table: T): Named<T> {
  const named = Object.entries(table).map(([key, draft]) => [
    key,
    { ...draft, id: `${module}.${kebab(key)}` },
  ])
  return Object.fromEntries(named) as Named<T>
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** A moment in an output: the handler gives a Date, everybody else reads ISO 8601 text in UTC. */
export const instant = z
  .date()
  .transform((moment) => moment.toISOString())
  .pipe(z.iso.datetime())

/** Paging for a list's input; a list answers `{ rows, total }`. */
export const paging = {
  page: z.number().int().min(1).max(10_000).default(1),
  pageSize: z.number().int().min(1).max(200).default(50),
}

export type InputOf<P extends Operation> = z.input<P['input']>
export type OutputOf<P extends Operation> = z.output<P['output']>

/** An operation's output that is a file: an export, a PDF. HTTP sends it, the CLI writes it down. */
export type FileAnswer = {
  readonly fileName: string
  readonly mediaType: string
  readonly content: Uint8Array
  /** Rows exported, where it is a list; it stands in the audit line with the digest. */
  readonly rows?: number
}

export const fileAnswer = z
  .custom<FileAnswer>((value) => value instanceof Object && 'content' in value && 'fileName' in value)
  .meta({ id: 'FileAnswer', description: 'A file', format: 'binary' })

export const isFileOperation = (operation: Operation) => (operation.output as unknown) === fileAnswer

/** The permission catalogue of a module: words for people, and the built-in roles that hold it. */
export type Permissions = Readonly<Record<string, Text & { readonly roles: readonly string[] }>>
