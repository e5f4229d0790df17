import type { Text } from '#platform/text.ts'
import type { OrganisationKind } from './contract.ts'

/** What each kind is called. */
export const kindWords: Readonly<Record<OrganisationKind, Text>> = {
  'city-federation': { zh: '市总工会', en: 'City federation' },
  'county-federation': { zh: '县（市、区）总工会', en: 'County federation' },
  'industry-federation': { zh: '产业（系统）工会', en: 'Industry federation' },
  'union-association': { zh: '工会联合会', en: 'Union association' },
  'grassroots-union': { zh: '基层工会', en: 'Grassroots union' },
  'joint-union': { zh: '联合基层工会', en: 'Joint grassroots union' },
  'union-group': { zh: '工会小组', en: 'Union group' },
  department: { zh: '部室', en: 'Department' },
  'host-unit': { zh: '设站单位', en: 'Host of a station' },
  partner: { zh: '合作单位', en: 'Partner' },
}

const federations: readonly OrganisationKind[] = [
  'city-federation',
  'county-federation',
  'industry-federation',
]
const unions: readonly OrganisationKind[] = ['grassroots-union', 'joint-union']
const above: readonly OrganisationKind[] = [...federations, 'union-association']

/**
 * What may stand below what. Local federations stand at city and county level (工会法 article 11); grassroots
 * unions, alone or joint, below a federation or an association of an area or a trade; groups below a union.
 */
const parentsOf: Readonly<Record<OrganisationKind, readonly OrganisationKind[]>> = {
  'city-federation': [],
  'county-federation': ['city-federation'],
  'industry-federation': ['city-federation', 'county-federation'],
  'union-association': above,
  'grassroots-union': [...above, 'grassroots-union'],
  'joint-union': above,
  'union-group': unions,
  department: federations,
  'host-unit': [...above, ...unions],
  partner: federations,
}

export const mayStandBelow = (kind: OrganisationKind, parent: OrganisationKind): boolean =>
  parentsOf[kind].includes(parent)

/** A kind that a person may create below one of these; the city federation stands already. */
export type CreatableKind = Exclude<OrganisationKind, 'city-federation'>

export const kindsBelow = (parent: OrganisationKind): CreatableKind[] =>
  (Object.keys(parentsOf) as CreatableKind[]).filter((kind) => mayStandBelow(kind, parent))
