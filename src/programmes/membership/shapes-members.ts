import { z } from 'zod'
import { organisationKind } from '#kernel/organisations/contract.ts'
import { says } from '#platform/text.ts'
import { employments } from './rules/employment.ts'
import { joinCodePattern } from './rules/join-code.ts'

/** The nouns of joining, moving and staying. */

export const employment = z.enum(employments, says('请选择就业形态', 'choose how you earn your living'))

export const joinCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(joinCodePattern, says('入会码是10位字母和数字', 'a join code has 10 letters and digits'))

export const words = z.object({ zh: z.string(), en: z.string() })

export const applicationState = z.enum([
  'checking',
  'returned',
  'second-look',
  'admitted',
  'moving',
  'refused',
  'withdrawn',
])
export type ApplicationState = z.infer<typeof applicationState>

export const transferState = z.enum(['open', 'done', 'refused', 'cancelled'])
export type TransferState = z.infer<typeof transferState>

/** A union that somebody may join, as everybody may see it. */
export const place = z.object({
  organisationId: z.uuid(),
  name: z.string(),
  kind: organisationKind,
  /** The county federation above it. */
  districtName: z.string().nullable(),
})
export type Place = z.infer<typeof place>

/** Where a case stands for whoever waits: with whom it lies, since when, until when. */
export const waiting = z.object({
  caseId: z.uuid(),
  seq: z.number().int(),
  state: z.string(),
  isOpen: z.boolean(),
  with: z.string(),
  since: z.iso.datetime(),
  dueOn: z.iso.date().nullable(),
  /** The level above sees it too, because the one below was late. */
  risen: z.boolean(),
})

/** The letter (会籍转移介绍信) that the union of another city gave whoever moves here. */
export const transferLetter = z.object({
  fromUnion: z
    .string()
    .trim()
    .min(4, says('请写原工会的全称', 'the full name of the union you come from'))
    .max(80),
  number: z.string().trim().min(2, says('请写介绍信上的编号', 'the number on the letter')).max(40),
  issuedOn: z.iso.date(says('请选择介绍信上的日期', 'the day on the letter')),
})
export type TransferLetter = z.infer<typeof transferLetter>

/** How the officer made sure of who somebody is. */
export const identityCheck = z.enum(
  ['card-seen', 'known-to-us'],
  says('请说明如何核对了本人身份', 'say how you made sure of who it is'),
)
