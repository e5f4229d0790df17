import type { Handler, WorkItem } from '#platform/module.ts'
import { WORK_ITEMS_MAX, type work } from '../contract.ts'
import { areaOf } from './area-of.ts'

type Found = WorkItem & { readonly module: string }

/** Each module says what waits for the caller; together they are what the staff face opens on. */
export const listWork: Handler<typeof work.listWork> = async (ctx) => {
  const perModule = await Promise.all(
    ctx.modules.map(async ({ name, workList }) =>
      (workList === undefined ? [] : await workList(ctx)).map((item): Found => ({ ...item, module: name })),
    ),
  )
  const found = perModule.flat().sort(morePressing)
  const rows = found.slice(0, WORK_ITEMS_MAX).map((item) => ({
    ...item,
    area: areaOf(ctx.modules, item.kind),
    dueAt: item.dueAt ?? null,
    late: item.dueAt !== undefined && item.dueAt < ctx.now,
    organisationName: item.organisationName ?? null,
  }))
  return { rows, total: found.length }
}

/** What is due first, then what has waited longest. */
function morePressing(a: Found, b: Found): number {
  const due = (item: Found) => item.dueAt?.getTime() ?? Number.POSITIVE_INFINITY
  return due(a) === due(b) ? a.since.getTime() - b.since.getTime() : due(a) - due(b)
}
