import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'

/** What an operation does, as its contract words it; by its id where it has gone since the line was written. */
export function operationTitle(ctx: Pick<Context, 'modules'>): (id: string) => Text {
  const titles = new Map(
    ctx.modules.flatMap(({ operations }) =>
      Object.values(operations).map(({ id, summary }) => [id, summary]),
    ),
  )
  return (id) => titles.get(id) ?? { zh: id, en: id }
}

/** The ids of the operations whose words, in either language, contain what somebody typed. */
export function operationsWorded(ctx: Pick<Context, 'modules'>, typed: string): string[] {
  const wanted = typed.trim().toLowerCase()
  return ctx.modules
    .flatMap(({ operations }) => Object.values(operations))
    .filter(({ summary }) => [summary.zh, summary.en].some((words) => words.toLowerCase().includes(wanted)))
    .map(({ id }) => id)
}
