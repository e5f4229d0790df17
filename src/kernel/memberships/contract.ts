import { z } from 'zod'
import { personKey } from '#kernel/people/contract.ts'
import { holding, operations, paging, person, query, type Permissions } from '#platform/contract.ts'

export const membershipPermissions = {
  'memberships.read': {
    zh: '查看会员名册',
    en: 'see the roll of members',
    roles: ['city-officer', 'county-officer', 'grassroots-officer', 'auditor'],
  },
} satisfies Permissions

/**
 * On the roll · kept while no union works for them (retired, laid off, union dissolved) · and three ends: moved
 * to another union, left, expelled.
 */
const membershipStatus = z.enum(['active', 'retained', 'moved', 'left', 'expelled'])
export type MembershipStatus = z.infer<typeof membershipStatus>

const membershipRow = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  fromDay: z.iso.date(),
  /** The last day; `null` while it lasts. */
  toDay: z.iso.date().nullable(),
  status: membershipStatus,
  /** A worker in new forms of employment: driver, courier, rider. */
  newForm: z.boolean(),
})

const memberRow = membershipRow.extend({
  person: personKey,
  name: z.string(),
  maskedDocument: z.string().nullable(),
})

/** Who belongs to which union, and since when. Applying, approving and moving belong to a programme. */
export const memberships = operations('memberships', {
  myMembership: query({
    summary: { zh: '我的会籍', en: 'My membership, and those before it' },
    who: person,
    input: z.object({}),
    output: z.object({ current: membershipRow.nullable(), earlier: z.array(membershipRow).max(100) }),
  }),
  listMembers: query({
    summary: { zh: '会员名册', en: 'The roll of members within reach' },
    who: holding('memberships.read'),
    input: z.object({
      /** This organisation and those below it. */
      organisationId: z.uuid().optional(),
      /** The beginning of a name. */
      search: z.string().trim().max(40).optional(),
      newForm: z.boolean().optional(),
      status: z.enum(['active', 'retained']).optional(),
      sort: z.enum(['newest', 'name', 'organisation']).default('newest'),
      ...paging,
    }),
    output: z.object({ rows: z.array(memberRow).max(200), total: z.number().int() }),
  }),
})
