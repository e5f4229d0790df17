import { z } from 'zod'
import { holding, paging, query } from '#platform/contract.ts'

const saidText = z.object({ zh: z.string(), en: z.string() })

export const flagsOperations = {
  listFlags: query({
    summary: { zh: '异常线索', en: 'What looks wrong, with its evidence; a person judges it' },
    who: holding('green-travel.settle'),
    input: z.object({ openOnly: z.boolean().default(true), ...paging }),
    output: z.object({
      rows: z
        .array(
          z.object({
            id: z.uuid(),
            caseId: z.uuid(),
            kind: z.enum(['impossible-travel', 'code-sharing', 'reader-replay']),
            text: saidText,
            day: z.string(),
            companyName: z.string(),
            evidence: z.record(z.string(), z.union([z.string(), z.number()])),
            state: z.string(),
            stateText: saidText,
            isOpen: z.boolean(),
          }),
        )
        .max(200),
      total: z.number().int(),
    }),
  }),
}
