import type { Selectable } from 'kysely'
import type { Context } from '#platform/context.ts'
import { tables } from '../tables.ts'

/** The terms that hold on a day; undefined before the first. */
export const findTerms = (ctx: Context, day: string) =>
  tables(ctx)
    .selectFrom('green_travel.terms')
    .selectAll()
    .where('from_day', '<=', day)
    .orderBy('from_day', 'desc')
    .limit(1)
    .executeTakeFirst()

export type Terms = Selectable<NonNullable<Awaited<ReturnType<typeof findTerms>>>>
