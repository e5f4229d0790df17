import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import {
  adcode,
  count,
  officeDuty,
  personName,
  scope,
  standing,
  text,
  unionForm,
  unionTrade,
  unitKind,
} from './shapes-unions.ts'

export const candidate = z.object({
  name: personName,
  duty: z.enum(['preparer', ...officeDuty.options]),
  isRelativeOfHead: z.boolean().default(false),
  isHeadOrInChargeOfWages: z.boolean().default(false),
})

const takingPart = z.object({
  name: z.string().trim().min(2).max(80),
  creditCode: z.string().trim().toUpperCase().max(18).default(''),
  workers: count,
  members: count,
})

/** What a workplace sends to found a union. */
export const application = z.object({
  levelAboveId: z.uuid(says('请选择上一级工会', 'choose the level above')),
  unionName: z
    .string()
    .trim()
    .min(4, says('工会名称至少四个字', 'a union’s name has at least 4 characters'))
    .max(80),
  unitName: z.string().trim().min(2, says('请填写单位全称', 'give the whole name')).max(80),
  unitCode: z.string().trim().toUpperCase().max(18).nullable(),
  unitKind,
  unitFoundedOn: z.iso.date().nullable(),
  address: z.string().trim().max(120).default(''),
  adcode,
  scope,
  form: unionForm,
  newForm: z.boolean(),
  trade: unionTrade.nullable(),
  workers: count,
  members: count,
  womenMembers: count,
  units: z.array(takingPart).max(50).default([]),
  people: z.array(candidate).max(30),
  contactName: personName,
  contactPhone: z.string().trim().max(20),
  /** What the workers and the unit's leadership think of it: 群众意愿, 党政意见. */
  grounds: z
    .string()
    .trim()
    .min(
      10,
      says(
        '请写明职工意愿和单位意见，至少十个字',
        'say what workers and unit think, at least ten characters',
      ),
    )
    .max(1000),
})
export type Application = z.output<typeof application>

export const adviceLine = z.object({
  rule: z.string(),
  verdict: z.enum(['must', 'may', 'good', 'missing', 'refused']),
  says: text,
  article: z.string(),
})

export const foundingRow = z.object({
  id: z.uuid(),
  unionName: z.string(),
  unitName: z.string(),
  adcode,
  form: unionForm,
  newForm: z.boolean(),
  members: z.number().int(),
  levelAboveName: z.string(),
  filedAt: instant,
  standing,
})

export const dossierDocument = z.enum([
  'request',
  'preparation-reply',
  'result',
  'election-reply',
  'roster',
  'committee',
])
export type DossierDocument = z.infer<typeof dossierDocument>
