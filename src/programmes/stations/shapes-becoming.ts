import { z } from 'zod'
import { instant } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import { stationDraft } from './shapes.ts'

export const photoKind = z.enum(['sign', 'outside', 'inside', 'equipment', 'rules'])
/** Numbers from 120 belong to the demo's invented people; nobody of a real city can sign in by one. */
export const mobilePhone = z
  .string()
  .trim()
  .regex(/^1[2-9]\d{9}$/, says('请填写11位手机号', 'a mobile number of 11 digits'))
export const personName = z
  .string()
  .trim()
  .min(2, says('姓名至少两个字', 'at least 2 characters'))
  .max(20, says('姓名最多20个字', 'at most 20 characters'))

/** What a host unit says of its place. Level and day of opening are not its to say. */
export const applicationDraft = stationDraft.omit({ level: true, openedOn: true }).extend({
  hostUnit: z.string().trim().min(2, says('请填写单位全称', 'give the full name of the unit')).max(80),
})

/** An application as it is sent in, and sent in again after correction. */
export const applicationWish = {
  draft: applicationDraft,
  keeper: z.object({ name: personName, phone: mobilePhone }),
  /** Uploaded photos; those of an earlier version are kept by `kept`. */
  photos: z.array(z.object({ fileId: z.uuid(), kind: photoKind })).max(10),
  confirmed: z.array(z.string().max(60)).max(20).default([]),
  /** That the unit opens by the standard, may be inspected, and that this is shown on the public map. */
  consent: z.literal(true, says('请先同意后提交', 'agree before sending')),
}

/** The state is that of the case; the words of the procedure say it on pages. */
export const applicationState = z.enum([
  'keeper',
  'checking',
  'returned',
  'deciding',
  'granted',
  'refused',
  'withdrawn',
])

export const applicationRow = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  name: z.string(),
  hostUnit: z.string(),
  adcode: z.string(),
  organisationName: z.string(),
  state: applicationState,
  since: instant,
  appliedAt: instant,
  /** Once granted. */
  stationCode: z.string().nullable(),
  /** Whether the caller applied, or is the keeper whom it names. */
  role: z.enum(['applicant', 'keeper', 'staff']),
})

export const handoverRow = z.object({
  id: z.uuid(),
  stationCode: z.string(),
  stationName: z.string(),
  keeperName: z.string(),
  successorName: z.string(),
  /** Masked, but for whoever may export. */
  successorPhone: z.string(),
  offeredBy: z.string(),
  offeredAt: instant,
  expiresAt: instant,
  keeperAgreedAt: instant.nullable(),
  successorAgreedAt: instant.nullable(),
  endedAt: instant.nullable(),
  outcome: z.enum(['handed-over', 'declined', 'taken-back', 'expired']).nullable(),
  /** Which side the caller stands on; null for officers. */
  side: z.enum(['keeper', 'successor']).nullable(),
})
