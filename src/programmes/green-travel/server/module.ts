import { defineModule } from '#platform/module.ts'
import { greenTravel, greenTravelPermissions } from '../contract.ts'
import { settlementHandlers } from './settlement-handlers.ts'
import { verificationKeys } from './verification-keys.ts'

export const greenTravelModule = defineModule({
  name: 'green-travel',
  title: { zh: '1分钱乘公交', en: 'One-fen bus rides' },
  folder: new URL('../', import.meta.url),
  operations: greenTravel,
  permissions: greenTravelPermissions,
  handlers: { verificationKeys, ...settlementHandlers },
})
