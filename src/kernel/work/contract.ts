import { z } from 'zod'
import { instant, operations, query, signedIn } from '#platform/contract.ts'

const text = z.object({ zh: z.string(), en: z.string() })

export const workItem = z.object({
  module: z.string(),
  kind: z.string(),
  title: text,
  /** Whose matter it is: the programme or part of the house. */
  area: text.nullable(),
  href: z.string(),
  since: instant,
  dueAt: instant.nullable(),
  late: z.boolean(),
  organisationName: z.string().nullable(),
})

export const WORK_ITEMS_MAX = 500

export const work = operations('work', {
  listWork: query({
    summary: { zh: '待办', en: 'What waits for the caller, the most pressing first' },
    who: signedIn,
    input: z.object({}),
    output: z.object({ rows: z.array(workItem).max(WORK_ITEMS_MAX), total: z.number().int() }),
  }),
})
