import type { OutputOf } from '#platform/contract.ts'
import type { stations } from '#programmes/stations/contract.ts'

export type Siting = OutputOf<typeof stations.getSiting>
/** A run that has its plan. */
export type Planned = Siting & { readonly plan: NonNullable<Siting['plan']> }
