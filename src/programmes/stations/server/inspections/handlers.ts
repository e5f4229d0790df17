import { beginInspection, callOffInspection } from './begin-inspection.ts'
import { changeRound } from './change-round.ts'
import { planRound } from './plan-round.ts'
import { getInspection, listInspections } from './read-inspections.ts'
import { getRound, listRounds } from './read-rounds.ts'
import { submitInspection } from './submit-inspection.ts'
import { listInspectors, orderRound, suggestRound } from './suggest-round.ts'

export const inspectionHandlers = {
  suggestRound,
  orderRound,
  listInspectors,
  planRound,
  changeRound,
  listRounds,
  getRound,
  beginInspection,
  callOffInspection,
  submitInspection,
  listInspections,
  getInspection,
}
