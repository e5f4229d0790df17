import { defineModule } from '#platform/module.ts'
import { stationPermissions, stations } from '../contract.ts'
import { applicationReview } from './becoming/application-review.ts'
import { applicationPhotoUpload } from './becoming/application-upload.ts'
import { becomingHandlers } from './becoming/handlers.ts'
import { certificateHandlers } from './certificates/handlers.ts'
import { passTime } from './certificates/pass-time.ts'
import { demo } from './demo/load-demo.ts'
import { evidenceUpload } from './evidence/evidence-upload.ts'
import { evidenceHandlers } from './evidence/handlers.ts'
import { exportHandlers } from './export/handlers.ts'
import { figures } from './figures.ts'
import { foldVisits } from './figures/fold-visits.ts'
import { importHandlers } from './import/handlers.ts'
import { purgeImports } from './import/purge-imports.ts'
import { rosterUpload } from './import/roster-upload.ts'
import { handoverHandlers } from './handing-over/handlers.ts'
import { honourHandlers } from './honours/handlers.ts'
import { honourUpload } from './honours/honour-upload.ts'
import { getStation } from './index/get-station.ts'
import { mapStations } from './index/map-stations.ts'
import { nearest } from './index/nearest.ts'
import { closeUnanswered, findingReview } from './inspections/finding-review.ts'
import { inspectionHandlers } from './inspections/handlers.ts'
import { announceException } from './keeping/announce-exception.ts'
import { appointKeeper } from './keeping/appoint-keeper.ts'
import { createStation } from './keeping/create-station.ts'
import { changeState, editStation } from './keeping/edit-station.ts'
import { getStaffStation } from './keeping/get-staff-station.ts'
import { listStations } from './keeping/list-stations.ts'
import { myStations } from './keeping/my-stations.ts'
import { reissuePlate } from './keeping/reissue-plate.ts'
import { leavingHandlers } from './leaving/handlers.ts'
import { leavingReview, withdrawalReview } from './leaving/leaving-review.ts'
import { handOver, holdings, personColumns } from './personal-data.ts'
import { photoHandlers } from './photos/handlers.ts'
import { photoUpload } from './photos/photo-upload.ts'
import { refusals } from './refusals.ts'
import { answerReport } from './reports/answer-report.ts'
import { listReports } from './reports/list-reports.ts'
import { reopenReport, settleReport } from './reports/reopen-report.ts'
import { reportStation } from './reports/report-station.ts'
import { sitingHandlers } from './siting/handlers.ts'
import { pointsUpload } from './siting/points-upload.ts'
import { sanctionReview } from './sanctions/sanction-review.ts'
import { standardHandlers } from './standards/handlers.ts'
import { standardReview } from './standards/standard-review.ts'
import { checkIn } from './visits/check-in.ts'
import { myVisits } from './visits/my-visits.ts'
import { scanPlate } from './visits/scan-plate.ts'
import { workList } from './work-list.ts'

export const stationsModule = defineModule({
  name: 'stations',
  title: { zh: '爱心驿站', en: 'Rest stations' },
  operations: stations,
  handlers: {
    mapStations,
    nearest,
    getStation,
    scanPlate,
    checkIn,
    reportStation,
    reopenReport,
    settleReport,
    myVisits,
    myStations,
    answerReport,
    announceException,
    listStations,
    getStaffStation,
    createStation,
    editStation,
    changeState,
    appointKeeper,
    listReports,
    reissuePlate,
    ...importHandlers,
    ...exportHandlers,
    ...photoHandlers,
    ...becomingHandlers,
    ...handoverHandlers,
    ...leavingHandlers,
    ...honourHandlers,
    ...sitingHandlers,
    ...standardHandlers,
    ...certificateHandlers,
    ...evidenceHandlers,
    ...inspectionHandlers,
  },
  permissions: stationPermissions,
  folder: new URL('../', import.meta.url),
  refusals,
  uploads: [rosterUpload, photoUpload, pointsUpload, applicationPhotoUpload, honourUpload, evidenceUpload],
  jobs: [
    { name: 'purge-imports', everySeconds: 86_400, run: purgeImports },
    { name: 'fold-visits', everySeconds: 1_800, run: foldVisits },
    // The day turns at midnight; asking each ten minutes costs a look at an index.
    { name: 'pass-time', everySeconds: 600, run: passTime },
    { name: 'close-unanswered', everySeconds: 3_600, run: closeUnanswered },
  ],
  figures,
  demo,
  demoNeeds: ['access'],
  workList,
  handOver,
  holdings,
  personColumns,
  procedures: [
    applicationReview,
    leavingReview,
    withdrawalReview,
    standardReview,
    sanctionReview,
    findingReview,
  ],
})
