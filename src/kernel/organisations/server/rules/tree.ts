/** A unit's label in the tree: an ltree label may hold no hyphen. */
export const pathLabel = (organisationId: string): string => organisationId.replaceAll('-', '')

export const ROOT_PATH = 'root'

export const childPath = (parentPath: string, organisationId: string) =>
  `${parentPath}.${pathLabel(organisationId)}`
