import { z } from 'zod'
import { command, holding, query } from '#platform/contract.ts'
import { bytes32, company, reason, terms } from './shapes.ts'

/** Bus companies with their routes and readers, and the terms of the programme. */
export const companyOperations = {
  listCompanies: query({
    summary: { zh: '公交公司、线路和读卡器', en: 'Bus companies, routes and readers' },
    who: holding('green-travel.read'),
    input: z.object({}),
    output: z.object({ rows: z.array(company).max(200) }),
  }),
  registerCompany: command({
    summary: { zh: '登记公交公司', en: 'Register a bus company' },
    who: holding('green-travel.run'),
    input: z.object({ organisationId: z.uuid() }),
    output: z.object({ id: z.number().int() }),
  }),
  registerRoute: command({
    summary: { zh: '登记线路', en: 'Register a route' },
    who: holding('green-travel.run'),
    input: z.object({
      company: z.number().int(),
      code: z.string().regex(/^[A-Za-z0-9-]{1,16}$/),
      name: z.string().trim().min(1).max(60),
    }),
    output: z.object({ id: z.number().int() }),
  }),
  endRoute: command({
    summary: { zh: '停运线路', en: 'End a route: from today on it is no longer ridden' },
    who: holding('green-travel.run'),
    input: z.object({ id: z.number().int(), reason }),
    output: z.object({}),
  }),
  registerReader: command({
    summary: { zh: '登记读卡器', en: 'Register a reader' },
    who: holding('green-travel.run'),
    input: z.object({
      company: z.number().int(),
      code: z.string().regex(/^[A-Za-z0-9-]{1,24}$/),
      publicKey: bytes32,
    }),
    output: z.object({ id: z.number().int() }),
  }),
  retireReader: command({
    summary: { zh: '停用读卡器', en: 'Retire a reader' },
    who: holding('green-travel.run'),
    input: z.object({ id: z.number().int(), reason }),
    output: z.object({}),
  }),
  listTerms: query({
    summary: { zh: '乘车条件', en: 'Terms of the programme' },
    who: holding('green-travel.read'),
    input: z.object({}),
    output: z.object({ rows: z.array(terms.extend({ id: z.number().int(), madeBy: z.string() })).max(200) }),
  }),
  setTerms: command({
    summary: { zh: '制定新的条件', en: 'Set new terms from a day on' },
    who: holding('green-travel.run'),
    input: terms,
    output: z.object({ id: z.number().int() }),
  }),
}
