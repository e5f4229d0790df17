import { defineModule } from '#platform/module.ts'
import { greenTravel, greenTravelPermissions } from '../contract.ts'
import { authoriseRide, authoriseRides } from './readers/authorise.ts'
import { settlementHandlers } from './settlement-handlers.ts'
import { verificationKeys } from './vouchers/verification-keys.ts'
import { issueVoucher } from './vouchers/issue-voucher.ts'
import { myRides } from './vouchers/my-rides.ts'
import { myRiding } from './vouchers/my-riding.ts'
import { revokeMyVouchers, revokeVoucher } from './vouchers/revoke.ts'
import { revokedVouchers } from './vouchers/revoked-vouchers.ts'
import { revokeAfterChange, voidDue } from './vouchers/sweep.ts'

export const greenTravelModule = defineModule({
  name: 'green-travel',
  title: { zh: '1分钱乘公交', en: 'One-fen bus rides' },
  folder: new URL('../', import.meta.url),
  operations: greenTravel,
  permissions: greenTravelPermissions,
  handlers: {
    verificationKeys,
    revokedVouchers,
    myRiding,
    issueVoucher,
    revokeMyVouchers,
    myRides,
    authoriseRide,
    authoriseRides,
    revokeVoucher,
    ...settlementHandlers,
  },
  jobs: [
    { name: 'revoke-after-change', everySeconds: 60, run: revokeAfterChange },
    { name: 'void-due-vouchers', everySeconds: 3_600, run: voidDue },
  ],
})
