import { exportStations } from './export-stations.ts'
import { plateSheet } from './plate-sheet.ts'

export const exportHandlers = { exportStations, plateSheet }
