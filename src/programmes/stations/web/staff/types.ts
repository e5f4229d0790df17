import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { stations } from '../../contract.ts'

/** The contract's answers as the desk reads them; moments are ISO text here. */
export type StaffStation = OutputOf<typeof stations.listStations>['rows'][number]
export type StationRecord = OutputOf<typeof stations.getStaffStation>
export type StationDraft = StationRecord['draft']
export type StationState = StaffStation['state']
export type StationLevel = StaffStation['level']
export type FacilityName = StaffStation['facilities'][number]
export type ReportRow = OutputOf<typeof stations.listReports>['rows'][number]
export type AnswerKind = InputOf<typeof stations.answerReport>['answer']
export type StationPhoto = StationRecord['photos'][number]
export type PhotoKind = InputOf<typeof stations.addPhoto>['kind']
export type ImportSummary = OutputOf<typeof stations.getImport>
export type ImportRow = OutputOf<typeof stations.listImportRows>['rows'][number]
export type ImportDecision = ImportRow['decision']
export type ImportProblem = ImportRow['problems'][number]
export type CommitResult = OutputOf<typeof stations.commitImport>
