import { defineModule } from '#platform/module.ts'
import { claims } from '../contract.ts'
import { claimPermissions } from '../permissions.ts'

export const claimsModule = defineModule({
  name: 'claims',
  title: { zh: '对外说法与文稿', en: 'Claims and texts' },
  folder: new URL('../', import.meta.url),
  operations: claims,
  permissions: claimPermissions,
  handlers: {},
})
