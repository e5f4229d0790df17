import type { Context } from '#platform/context.ts'
import { defineModule } from '#platform/module.ts'
import { claims } from '../contract.ts'
import { claimPermissions } from '../permissions.ts'
import { checkClaims } from './claims/check-claims.ts'
import { getClaim, listClaims, listRelations } from './claims/list-claims.ts'
import { correctClaim, correctedMeanwhile, recordClaim } from './claims/record-claim.ts'
import {
  checkClaimsNow,
  recordRelation,
  relationChanged,
  withdrawRelation,
} from './claims/record-relation.ts'
import { listSources, recordSource } from './claims/sources.ts'
import { demoClaims } from './demo/demo-claims.ts'
import { demoDrafts } from './drafts/demo-draft.ts'
import { draftHandlers, draftPersonColumns, draftRefusals } from './drafts/draft-handlers.ts'
import { textHandlers } from './texts/text-handlers.ts'
import { textProcedure } from './texts/text-procedure.ts'

const CHECK_EVERY_SECONDS = 1800

export const claimsModule = defineModule({
  name: 'claims',
  title: { zh: '对外说法与文稿', en: 'Claims and texts' },
  folder: new URL('../', import.meta.url),
  operations: claims,
  permissions: claimPermissions,
  handlers: {
    listClaims,
    listRelations,
    getClaim,
    listSources,
    recordSource,
    recordClaim,
    correctClaim,
    recordRelation,
    withdrawRelation,
    checkClaims: checkClaimsNow,
    ...draftHandlers,
    ...textHandlers,
  },
  refusals: {
    claim_version_pkey: correctedMeanwhile,
    relation_version_pkey: relationChanged,
    ...draftRefusals,
  },
  procedures: [{ procedure: textProcedure }],
  figuresPublished: async (ctx: Context) => void (await checkClaims(ctx)),
  demoLast: async (demo) => {
    await demoDrafts(demo)
    await demoClaims(demo)
  },
  jobs: [
    {
      name: 'check-claims',
      everySeconds: CHECK_EVERY_SECONDS,
      run: async (ctx) => void (await checkClaims(ctx)),
    },
  ],
  personColumns: [
    ...['claims.source', 'claims.claim_version', 'claims.relation_version'].map((table) => ({
      table,
      bk: 'made_by_bk',
      id: 'made_by_id',
    })),
    ...draftPersonColumns,
  ],
})
