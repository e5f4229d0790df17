import { operations } from '#platform/contract.ts'
import { becomingOperations } from './contract-becoming.ts'
import { certificateOperations } from './contract-certificates.ts'
import { deskOperations } from './contract-desk.ts'
import { honourOperations } from './contract-honours.ts'
import { importOperations } from './contract-import.ts'
import { inspectionOperations } from './contract-inspections.ts'
import { keepingOperations } from './contract-keeping.ts'
import { leavingOperations } from './contract-leaving.ts'
import { printingOperations } from './contract-printing.ts'
import { reportOperations } from './contract-reports.ts'
import { sitingOperations } from './contract-siting.ts'
import { standardOperations } from './contract-standards.ts'
import { visitingOperations } from './contract-visiting.ts'

export { stationPermissions } from './permissions.ts'

/** The programme's table of contents: from finding a station to its certificate and its end. */
export const stations = operations('stations', {
  ...visitingOperations,
  ...reportOperations,
  ...keepingOperations,
  ...deskOperations,
  ...importOperations,
  ...printingOperations,
  ...becomingOperations,
  ...leavingOperations,
  ...honourOperations,
  ...sitingOperations,
  ...standardOperations,
  ...certificateOperations,
  ...inspectionOperations,
})
