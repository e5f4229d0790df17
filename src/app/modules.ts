import type { Module } from '#platform/module.ts'
import { accessModule } from '#kernel/access/index.ts'
import { activitiesModule } from '#kernel/activities/index.ts'
import { auditModule } from '#kernel/audit/index.ts'
import { claimsModule } from '#kernel/claims/server/module.ts'
import { cityModule } from '#kernel/city/index.ts'
import { contestsModule } from '#kernel/contests/index.ts'
import { figuresModule } from '#kernel/figures/index.ts'
import { filesModule } from '#kernel/files/index.ts'
import { ledgerModule } from '#kernel/ledger/index.ts'
import { membershipsModule } from '#kernel/memberships/index.ts'
import { notificationsModule } from '#kernel/notifications/index.ts'
import { organisationsModule } from '#kernel/organisations/index.ts'
import { peopleModule } from '#kernel/people/index.ts'
import { reviewModule } from '#kernel/review/index.ts'
import { workModule } from '#kernel/work/server/module.ts'
import { membershipModule } from '#programmes/membership/server/module.ts'
import { stationsModule } from '#programmes/stations/server/module.ts'
import { greenTravelModule } from '#programmes/green-travel/server/module.ts'

/**
 * Every module, in the order of who may stand on whom; migrations and demo data run in this order.
 * `npm run new programme <id>` adds to the end.
 */
export const modules: readonly Module[] = [
  cityModule,
  organisationsModule,
  peopleModule,
  membershipsModule,
  accessModule,
  auditModule,
  notificationsModule,
  filesModule,
  ledgerModule,
  reviewModule,
  activitiesModule,
  figuresModule,
  contestsModule,
  claimsModule,
  workModule,
  membershipModule,
  stationsModule,
  greenTravelModule,
]
