import { foundingHandlers } from './founding/handlers.ts'
import type { Part } from './part.ts'
import { evidenceUpload } from './support/evidence.ts'
import { supportHandlers } from './support/handlers.ts'
import { termHandlers } from './terms/handlers.ts'
import { tellTerms } from './terms/tell-terms.ts'
import { termWork } from './terms/work-list.ts'
import { supportFigures } from './union-figures/support-figures.ts'
import { unionFigures } from './union-figures/union-figures.ts'
import { forgetOnUnionSide, unionHoldings, unionPersonColumns } from './unions-personal-data.ts'
import { demo } from './unions-demo/load-unions-demo.ts'
import { reviewedProcedures } from './unions-procedures.ts'
import { unionRefusals } from './unions-refusals.ts'

const A_QUARTER_OF_AN_HOUR = 900

/** How unions are founded, renewed and ended, and what supports them. */
export const unionsPart = {
  handlers: { ...foundingHandlers, ...termHandlers, ...supportHandlers },
  procedures: reviewedProcedures,
  ledgerSubjects: {
    'support-policy': {
      title: { zh: '扶持政策', en: 'Support policy' },
      href: () => '/staff/unions/support',
    },
    'support-claim': {
      title: { zh: '扶持申领', en: 'Claim for support' },
      href: (id) => `/staff/unions/claims/${id}`,
    },
  },
  figures: [...unionFigures, ...supportFigures],
  jobs: [{ name: 'tell-terms', everySeconds: A_QUARTER_OF_AN_HOUR, run: tellTerms }],
  uploads: [evidenceUpload],
  refusals: unionRefusals,
  workList: termWork,
  holdings: unionHoldings,
  forget: forgetOnUnionSide,
  personColumns: unionPersonColumns,
  demo,
} satisfies Part
