import type { OrganisationKind } from '../../contract.ts'

/** A unit's label in the tree: an ltree label may hold no hyphen. */
export const pathLabel = (organisationId: string): string => organisationId.replaceAll('-', '')

export const ROOT_PATH = 'root'

export const childPath = (parentPath: string, organisationId: string) =>
  `${parentPath}.${pathLabel(organisationId)}`

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

export const kindsBelow = (parent: OrganisationKind): OrganisationKind[] =>
  (Object.keys(parentsOf) as OrganisationKind[]).filter((kind) => mayStandBelow(kind, parent))
