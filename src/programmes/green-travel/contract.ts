import { z } from 'zod'
import {
  anyone,
  command,
  fileAnswer,
  holding,
  operations,
  operator,
  paging,
  person,
  query,
} from '#platform/contract.ts'
import { settlementOperations } from './settlement-schema.ts'
import {
  askedRide,
  budget,
  budgetDetail,
  bytes32,
  company,
  counter,
  ownRide,
  reason,
  rideAnswer,
  terms,
  text,
  voucherNumber,
} from './shapes.ts'

export { greenTravelPermissions } from './permissions.ts'

// Long, and one file on purpose: it is the programme's table of contents, read in one go.

export const greenTravel = operations('green-travel', {
  verificationKeys: query({
    summary: { zh: '验证乘车凭证的公钥', en: 'Public keys that verify vouchers' },
    who: anyone,
    cacheSeconds: 300,
    input: z.object({}),
    output: z.object({
      /** Ed25519, 32 bytes in base64. A voucher names its key by number. */
      keys: z.array(z.object({ no: z.number().int(), publicKey: z.base64() })).max(255),
    }),
  }),
  revokedVouchers: query({
    summary: { zh: '已撤销凭证的签名清单', en: 'Signed list of revoked vouchers (docs/ride-code.md)' },
    who: anyone,
    cacheSeconds: 60,
    input: z.object({}),
    output: fileAnswer,
  }),

  myRiding: query({
    summary: { zh: '我能否乘车，为什么', en: 'Whether I may ride, and why not' },
    who: person,
    input: z.object({}),
    output: z.object({
      refusal: z.object({ code: z.string(), zh: z.string(), en: z.string(), next: text }).nullable(),
      consents: z.array(z.object({ purpose: z.string(), given: z.boolean() })),
      terms: z
        .object({
          memberFen: z.number().int(),
          unionFen: z.number().int(),
          ridesPerDay: z.number().int(),
          ridesPerMonth: z.number().int(),
          retentionMonths: z.number().int(),
        })
        .nullable(),
    }),
  }),
  issueVoucher: command({
    summary: { zh: '领取乘车凭证', en: 'Fetch a voucher for this phone' },
    who: person,
    callsPerMinute: 30,
    // Neither the log nor a remembered answer may lead from a person to their rides.
    answersSecret: true,
    sensitive: ['deviceKey'],
    input: z.object({
      /** Ed25519, made for this voucher alone. */
      deviceKey: bytes32,
      /** In the last days of a month, the next month's comes beside this month's. */
      period: z.enum(['now', 'next-month']).default('now'),
    }),
    output: z.object({
      /** 48 bytes and their signature in base64. */
      voucher: z.base64(),
      codeSeconds: z.number().int(),
      memberFen: z.number().int(),
      unionFen: z.number().int(),
    }),
  }),
  voucherUse: query({
    summary: { zh: '我的凭证用到哪里了', en: 'How far my vouchers are used' },
    who: person,
    inBody: true,
    input: z.object({ vouchers: z.array(voucherNumber).max(12) }),
    output: z.object({
      vouchers: z
        .array(z.object({ voucher: voucherNumber, used: z.array(counter), revoked: z.boolean() }))
        .max(12),
    }),
  }),
  revokeMyVouchers: command({
    summary: { zh: '撤销我手机上的凭证', en: 'Revoke my vouchers, for a lost phone' },
    who: person,
    input: z.object({}),
    output: z.object({ revoked: z.number().int() }),
  }),
  myRides: query({
    summary: { zh: '我的乘车记录', en: 'My rides' },
    who: person,
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(ownRide), total: z.number().int() }),
  }),

  authoriseRide: command({
    summary: { zh: '联网读卡器核验一次乘车', en: 'A connected reader asks for one ride' },
    who: holding('green-travel.authorise'),
    hot: true,
    forPartners: true,
    sensitive: ['voucher', 'counter', 'takenAt', 'route', 'signature'],
    input: askedRide,
    output: rideAnswer,
  }),
  authoriseRides: command({
    summary: { zh: '联网核验一批乘车', en: 'A connected reader asks for up to 128 rides' },
    who: holding('green-travel.authorise'),
    hot: true,
    forPartners: true,
    sensitive: ['rides'],
    input: z.object({ rides: z.array(askedRide).min(1).max(128) }),
    output: z.object({ answers: z.array(rideAnswer).max(128) }),
  }),

  revokeVoucher: command({
    summary: { zh: '撤销一个凭证', en: 'Revoke a voucher' },
    who: holding('green-travel.run'),
    input: z.object({ voucher: voucherNumber, reason }),
    output: z.object({}),
  }),

  listBudgets: query({
    summary: { zh: '乘车预算', en: 'Budgets for rides' },
    who: holding('green-travel.read'),
    input: z.object({ ...paging }),
    output: z.object({ rows: z.array(budget), total: z.number().int() }),
  }),
  getBudget: query({
    summary: { zh: '一个预算和它的去向', en: 'A budget and where it goes' },
    who: holding('green-travel.read'),
    input: z.object({ id: z.number().int() }),
    output: budgetDetail,
  }),
  openBudget: command({
    summary: { zh: '设立乘车预算', en: 'Open a budget for rides' },
    who: holding('green-travel.budget'),
    input: z.object({
      organisationId: z.uuid(),
      name: z.string().trim().min(2).max(60),
      fromMonth: z.string().regex(/^20[2-5]\d-(0[1-9]|1[0-2])$/),
      toMonth: z.string().regex(/^20[2-5]\d-(0[1-9]|1[0-2])$/),
      /** How many rows share the budget where many ask at once: 1 on one machine (docs/scale). */
      slices: z.number().int().min(1).max(64).default(1),
    }),
    output: z.object({ id: z.number().int() }),
  }),
  appropriate: command({
    summary: { zh: '追加或收回预算', en: 'Grant money, or take back what is free' },
    who: holding('green-travel.budget'),
    input: z.object({
      budget: z.number().int(),
      /** Below zero takes back. */
      amountFen: z
        .number()
        .int()
        .min(-1_000_000_000_000)
        .max(1_000_000_000_000)
        .refine((fen) => fen !== 0),
      document: z.string().trim().min(2).max(80),
      reason,
    }),
    output: z.object({ id: z.uuid() }),
  }),
  pauseBudget: command({
    summary: { zh: '暂停或恢复发放', en: 'Pause or resume the issuing of vouchers' },
    who: holding('green-travel.run'),
    input: z.object({ budget: z.number().int(), paused: z.boolean(), reason }),
    output: z.object({ paused: z.boolean() }),
  }),
  verifyJournal: query({
    summary: { zh: '重算乘车账', en: 'Replay rides against ledger and budget' },
    who: holding('green-travel.read'),
    input: z.object({}),
    output: z.object({
      ok: z.boolean(),
      rides: z.number().int(),
      unionFen: z.number().int(),
      differences: z.array(
        z.object({ what: z.string(), where: z.string(), journal: z.number(), books: z.number() }),
      ),
    }),
  }),
  closeDays: command({
    summary: { zh: '把已结束的日子记入账本', en: 'Carry days that are over to the ledger' },
    who: operator,
    input: z.object({}),
    output: z.object({ posted: z.number().int() }),
  }),
  purgeMonth: command({
    summary: {
      zh: '保存期满，删去一个月的逐次记录',
      en: 'Take away the single rides of a month whose time is over',
    },
    who: operator,
    input: z.object({ month: z.string().regex(/^20[2-5]\d-(0[1-9]|1[0-2])$/) }),
    output: z.object({ daysKept: z.number().int() }),
  }),
  rotateSigningKey: command({
    summary: { zh: '换一把签发凭证的密钥', en: 'A new key for signing vouchers; the old ones stay known' },
    who: operator,
    input: z.object({}),
    output: z.object({ no: z.number().int() }),
  }),

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
  ...settlementOperations,
})
