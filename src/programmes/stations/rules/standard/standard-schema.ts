import { z } from 'zod'
import { says } from '#platform/text.ts'
import { facilities } from '../facilities.ts'

/** A standard as data: what a station must show, by which evidence, and how old that may be. Days are calendar days. */

export const photoKind = z.enum(['sign', 'outside', 'inside', 'equipment', 'rules'])
export type PhotoKind = z.output<typeof photoKind>

/** Papers that somebody signed: the posted rules, the agreement with the host unit, the safety check. */
export const documentKind = z.enum(['rules', 'agreement', 'safety'])
export type DocumentKind = z.output<typeof documentKind>

const facilityId = z.enum(facilities.map(({ id }) => id) as [string, ...string[]])

const said = z.object({
  zh: z.string().trim().min(1, says('请填写中文', 'give the Chinese')).max(200),
  en: z.string().trim().min(1, says('请填写英文', 'give the English')).max(300),
})

const slug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,39}$/, says('小写字母、数字和短横线', 'lower-case letters, digits, hyphens'))

const maxAgeDays = z
  .number()
  .int()
  .min(1, says('至少1天', 'at least 1 day'))
  .max(3_650, says('最多3650天', 'at most 3,650 days'))

export const take = z.discriminatedUnion('kind', [
  /** A photo of this kind, taken in the page at the station. */
  z.object({ kind: z.literal('photo'), of: photoKind, maxAgeDays }),
  z.object({ kind: z.literal('document'), of: documentKind, maxAgeDays }),
  /** What an inspector found on the spot; the question stands on the checklist. */
  z.object({
    kind: z.literal('answer'),
    question: slug,
    words: said,
    /** Which answer speaks for the station: “is there a smell?” wants no. */
    expects: z.enum(['yes', 'no']),
    maxAgeDays,
  }),
  /** The keeper says that all is as the register has it. */
  z.object({ kind: z.literal('keeper'), maxAgeDays }),
  /** A valid coordinate inside the city, on the map that everybody sees. */
  z.object({ kind: z.literal('place') }),
  /** At least so many of these on the register. */
  z.object({
    kind: z.literal('facilities'),
    of: z.array(facilityId).min(1).max(40),
    atLeast: z.number().int().min(1).max(40),
  }),
])
export type Take = z.output<typeof take>

/** Each need must be met; any one of its takes meets it. */
export const need = z.object({ anyOf: z.array(take).min(1).max(6) })
export type Need = z.output<typeof need>

export const criterion = z.object({
  id: slug,
  title: said,
  /** What is asked, for people. */
  words: said,
  needs: z.array(need).min(1).max(6),
})
export type Criterion = z.output<typeof criterion>

export const standardContent = z.object({
  title: said,
  /** The document that it comes from, by title and number. */
  source: said,
  /** So long before something lapses, the certificate says so. */
  lapsingWithinDays: z.number().int().min(1).max(365),
  criteria: z.array(criterion).min(1).max(20),
})
export type Standard = z.output<typeof standardContent>
