import { notFound } from '#platform/failures.ts'
import type { Module } from '#platform/module.ts'
import type { Context } from '#platform/context.ts'
import type { Figure, FigureSource } from '../figure.ts'

const collected = new WeakMap<readonly Module[], ReadonlyMap<string, Figure>>()

/** Every declared figure by key, in the order of the modules. Throws at the first call where a key is given twice. */
export function figuresOf(modules: readonly Module[]): ReadonlyMap<string, Figure> {
  const known = collected.get(modules)
  if (known !== undefined) return known
  const figures = new Map<string, Figure>()
  for (const figure of modules.flatMap((module) => (module as Partial<FigureSource>).figures ?? [])) {
    if (figures.has(figure.key)) throw new Error(`figure ${figure.key} is declared twice`)
    figures.set(figure.key, figure)
  }
  collected.set(modules, figures)
  return figures
}

export function requireFigure(ctx: Context, key: string): Figure {
  const figure = figuresOf(ctx.modules).get(key)
  if (figure === undefined) throw notFound({ zh: '数字', en: 'figure' })
  return figure
}
