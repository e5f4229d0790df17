import { conflict } from '#platform/failures.ts'
import { defineModule } from '#platform/module.ts'
import { organisationPermissions, organisations } from '../contract.ts'
import { dissolveOrganisationHandler, editOrganisation } from './change-organisation.ts'
import { createOrganisationHandler } from './create-organisation.ts'
import { demo, plantRoot } from './demo.ts'
import { listOrganisations } from './list-organisations.ts'
import { listDistricts } from './queries.ts'
import { showOrganisation } from './show-organisation.ts'

export const organisationsModule = defineModule({
  name: 'organisations',
  title: { zh: '组织', en: 'Organisations' },
  operations: organisations,
  handlers: {
    listDistricts: async (ctx) => ({ rows: await listDistricts(ctx) }),
    listOrganisations,
    getOrganisation: showOrganisation,
    createOrganisation: createOrganisationHandler,
    editOrganisation,
    dissolveOrganisation: dissolveOrganisationHandler,
  },
  permissions: organisationPermissions,
  folder: new URL('../', import.meta.url),
  refusals: {
    organisation_credit_code_key: () =>
      conflict('credit-code-taken', {
        zh: '这个统一社会信用代码已属于另一个组织。',
        en: 'This credit code already belongs to another organisation.',
      }),
  },
  plant: plantRoot,
  demo,
})
