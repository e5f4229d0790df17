import { getApplication, listApplications, myApplications } from './application-queries.ts'
import { agreeToKeep, applyStation, correctApplication } from './apply-station.ts'
import { forwardApplication, grantApplication } from './decide-application.ts'

export const becomingHandlers = {
  applyStation,
  correctApplication,
  agreeToKeep,
  forwardApplication,
  grantApplication,
  listApplications,
  myApplications,
  getApplication,
}
