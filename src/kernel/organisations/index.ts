/** The front door: the federation's tree, for whoever stands after it in the kernel, and for programmes. */
export {
  findOrganisation,
  getOrganisation,
  listDistricts,
  organisationNames,
  unitPath,
  type District,
  type Organisation,
} from './server/queries.ts'
export { createOrganisation, type NewOrganisation } from './server/create-organisation.ts'
export { changeOrganisation, dissolveOrganisation } from './server/change-organisation.ts'
export { moveOrganisation } from './server/move-organisation.ts'
export { madeBy } from './server/write-history.ts'
export { kindWords, mayStandBelow } from './kinds.ts'
export { childPath, pathLabel, ROOT_PATH } from './server/rules/tree.ts'
export { bodyCheck, creditCheck, creditCodeProblem } from './rules/credit-code.ts'
export { organisationsModule } from './server/module.ts'
export { plantOrganisations, type DemoUnion, type PlantedOrganisation } from './server/demo.ts'
export type { ReadOnlyTable } from './server/tables.ts'

import type { OrganisationTables, ReadOnlyTable } from './server/tables.ts'

/** For joins only: a module writes no table but its own, and the types say so. */
export type OrganisationsReadable = {
  [Name in keyof OrganisationTables]: ReadOnlyTable<OrganisationTables[Name]>
}
