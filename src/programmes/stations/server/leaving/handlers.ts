import { getLeaving, getLeavingCases, notePlateReturned } from './leaving-queries.ts'
import { proposeLeaving, warnStation } from './propose-leaving.ts'

export const leavingHandlers = { proposeLeaving, warnStation, notePlateReturned, getLeaving, getLeavingCases }
