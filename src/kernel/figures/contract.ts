import { operations } from '#platform/contract.ts'
import { openOperations } from './contract-open.ts'
import { publicationOperations } from './contract-publications.ts'
import { reportOperations } from './contract-report.ts'

/** The id of the parts by county or district, in every figure that has them. */
export const DISTRICT_PARTS = 'adcode'

/** The public report, open data and publications. */
export const figures = operations('figures', {
  ...reportOperations,
  ...openOperations,
  ...publicationOperations,
})
