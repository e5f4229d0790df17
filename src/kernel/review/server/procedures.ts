import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Module } from '#platform/module.ts'
import type { ProcedureSource, ReviewedProcedure } from '../procedure-source.ts'

const collected = new WeakMap<readonly Module[], ReadonlyMap<string, ReviewedProcedure>>()

/** Every declared procedure by id. Throws at the first call where an id is given twice. */
export function proceduresOf(modules: readonly Module[]): ReadonlyMap<string, ReviewedProcedure> {
  const known = collected.get(modules)
  if (known !== undefined) return known
  const found = new Map<string, ReviewedProcedure>()
  for (const reviewed of modules.flatMap((module) => (module as Partial<ProcedureSource>).procedures ?? [])) {
    const { id } = reviewed.procedure
    if (found.has(id)) throw new Error(`procedure ${id} is declared twice`)
    found.set(id, reviewed)
  }
  collected.set(modules, found)
  return found
}

/** Throws `not-found`: a case of a programme that was taken away stays in the database and is shown to nobody. */
export function requireProcedure(ctx: Context, id: string): ReviewedProcedure {
  const found = proceduresOf(ctx.modules).get(id)
  if (found === undefined) throw noSuchCase()
  return found
}

export const noSuchCase = () => notFound({ zh: '办件', en: 'case' })
