import type { Client } from '#tests/world.ts'
import { greenTravel } from '../../contract.ts'
import type { TestProgramme } from './plant-programme.ts'

export const key = Buffer.alloc(32, 7).toString('base64')
export const reason = '测试需要'

/** The company of the ground is registered already: refused by the record, not by a right. */
const onlyTaken = (error: { code?: string }) => {
  if (error.code !== 'company-registered') throw error
}

/** Every command of staff: what it does at home; next door, a member and a stranger are refused. */
export const staffCommands: readonly [
  string,
  string,
  (client: Client, p: TestProgramme) => Promise<unknown>,
][] = [
  [
    'openBudget',
    'green-travel.budget',
    (client, p) =>
      client.call(greenTravel.openBudget, {
        organisationId: p.city.county,
        name: '东县乘车预算',
        fromMonth: '2025-01',
        toMonth: '2025-12',
      }),
  ],
  [
    'appropriate',
    'green-travel.budget',
    (client) =>
      client.call(greenTravel.appropriate, {
        budget: 1,
        amountFen: 500,
        document: '工财〔2026〕9号',
        reason,
      }),
  ],
  [
    'pauseBudget',
    'green-travel.run',
    (client) => client.call(greenTravel.pauseBudget, { budget: 1, paused: true, reason }),
  ],
  [
    'registerCompany',
    'green-travel.run',
    (client, p) =>
      client.call(greenTravel.registerCompany, { organisationId: p.companyUnit }).catch(onlyTaken),
  ],
  [
    'registerRoute',
    'green-travel.run',
    (client) => client.call(greenTravel.registerRoute, { company: 1, code: '102', name: '102路' }),
  ],
  ['endRoute', 'green-travel.run', (client) => client.call(greenTravel.endRoute, { id: 1, reason })],
  [
    'registerReader',
    'green-travel.run',
    (client) => client.call(greenTravel.registerReader, { company: 1, code: 'R9', publicKey: key }),
  ],
  ['retireReader', 'green-travel.run', (client) => client.call(greenTravel.retireReader, { id: 2, reason })],
  [
    'setTerms',
    'green-travel.run',
    (client) =>
      client.call(greenTravel.setTerms, {
        fromDay: '2027-01-01',
        memberFen: 1,
        unionFen: 99,
        ridesPerDay: 2,
        ridesPerMonth: 40,
        voucherDays: 2,
        codeSeconds: 60,
        clockToleranceSeconds: 60,
        lateDays: 7,
        retentionMonths: 13,
      }),
  ],
]
