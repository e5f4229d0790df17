import { z } from 'zod'
import {
  anyone,
  command,
  holding,
  instant,
  operations,
  paging,
  query,
  type Permissions,
} from '#platform/contract.ts'
import { says } from '#platform/text.ts'

export const organisationPermissions = {
  'organisations.read': {
    zh: '查看组织',
    en: 'see organisations',
    roles: [
      'city-officer',
      'county-officer',
      'grassroots-officer',
      'auditor',
      'inspector',
      'finance-officer',
    ],
  },
  'organisations.edit': {
    zh: '维护组织',
    en: 'keep organisations',
    roles: ['city-officer', 'county-officer'],
  },
} satisfies Permissions

export const organisationKind = z.enum([
  'city-federation',
  'county-federation',
  'industry-federation',
  'union-association',
  'grassroots-union',
  'joint-union',
  'union-group',
  'department',
  'host-unit',
  'partner',
])
export type OrganisationKind = z.infer<typeof organisationKind>

/** Region code, GB/T 2260, or a statistical zone's code beside it. */
const adcode = z.string().regex(/^\d{6}$/, says('行政区划代码应为6位数字', 'a region code has 6 digits'))

const organisationName = z
  .string()
  .trim()
  .min(2, says('名称至少两个字', 'a name has at least 2 characters'))
  .max(80, says('名称最多80个字', 'a name has at most 80 characters'))

const organisationRow = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  kind: organisationKind,
  name: z.string(),
  adcode: z.string(),
  creditCode: z.string().nullable(),
  state: z.enum(['active', 'dissolved']),
  version: z.number().int(),
  /** 0 for the city federation. */
  depth: z.number().int(),
  children: z.number().int(),
})
export type OrganisationRow = z.infer<typeof organisationRow>

const creditCode = z.string().trim().toUpperCase()

const historyRow = z.object({
  version: z.number().int(),
  validFrom: z.iso.date(),
  recordedAt: instant,
  name: z.string(),
  adcode: z.string(),
  creditCode: z.string().nullable(),
  state: z.enum(['active', 'dissolved']),
  madeBy: z.string(),
})

export const organisations = operations('organisations', {
  listDistricts: query({
    summary: { zh: '县区一览（公开）', en: 'The county-level federations, as the public sees them' },
    who: anyone,
    cacheSeconds: 300,
    input: z.object({}),
    output: z.object({
      rows: z.array(z.object({ id: z.uuid(), name: z.string(), adcode: z.string() })).max(100),
    }),
  }),
  listOrganisations: query({
    summary: { zh: '组织列表', en: 'List organisations within reach' },
    who: holding('organisations.read'),
    input: z.object({
      search: z.string().max(80).optional(),
      parentId: z.uuid().optional(),
      /** Only where the caller's reach begins: the tops of the tree that they see. */
      tops: z.boolean().default(false),
      kind: organisationKind.optional(),
      adcode: adcode.optional(),
      state: z.enum(['active', 'dissolved']).optional(),
      sort: z.enum(['tree', 'name', 'adcode']).default('tree'),
      ...paging,
    }),
    output: z.object({ rows: z.array(organisationRow), total: z.number().int() }),
  }),
  getOrganisation: query({
    summary: { zh: '一个组织及其沿革', en: 'One organisation with its history' },
    who: holding('organisations.read'),
    input: z.object({ id: z.uuid() }),
    output: organisationRow.extend({
      lineage: z.array(z.object({ id: z.uuid(), name: z.string() })),
      /** Oldest first; a dissolved organisation keeps its lines. */
      history: z.array(historyRow),
      /** What the caller may do here, so that buttons and rules cannot drift apart. */
      mayEdit: z.boolean(),
    }),
  }),
  createOrganisation: command({
    summary: { zh: '新建组织', en: 'Create an organisation below another' },
    who: holding('organisations.edit'),
    input: z.object({
      parentId: z.uuid(),
      kind: organisationKind.exclude(['city-federation']),
      name: organisationName,
      adcode,
      creditCode: creditCode.nullable().default(null),
      /** The day of the founding paper; today where none is given, never a day to come. */
      validFrom: z.iso.date().optional(),
    }),
    output: z.object({ id: z.uuid() }),
  }),
  editOrganisation: command({
    summary: {
      zh: '修改组织',
      en: 'Change an organisation; refuses to overwrite what somebody else changed since',
    },
    who: holding('organisations.edit'),
    input: z.object({
      id: z.uuid(),
      /** The version that the caller saw. */
      version: z.number().int(),
      name: organisationName,
      adcode,
      /** Left out: unchanged. A union gets its code when it is registered as a legal person. */
      creditCode: creditCode.nullable().optional(),
    }),
    output: z.object({ version: z.number().int() }),
  }),
  dissolveOrganisation: command({
    summary: { zh: '撤销组织', en: 'Dissolve an organisation that has no active one below it' },
    who: holding('organisations.edit'),
    input: z.object({ id: z.uuid(), version: z.number().int(), reason: z.string().trim().min(4).max(400) }),
    output: z.object({ version: z.number().int() }),
  }),
})
