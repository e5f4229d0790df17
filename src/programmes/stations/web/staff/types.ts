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
export type CertificateRow = OutputOf<typeof stations.listCertificates>['rows'][number]
export type CertificateState = CertificateRow['state']
export type StaffCertificate = OutputOf<typeof stations.getStaffCertificate>
export type Evidence = StaffCertificate['evidence'][number]
export type SanctionKind = InputOf<typeof stations.proposeSanction>['kind']
export type Likeness = OutputOf<typeof stations.listLikenesses>['rows'][number]
export type Standards = OutputOf<typeof stations.listStandards>
export type StandardDraft = Standards['drafts'][number]
export type Preview = OutputOf<typeof stations.previewStandard>
export type InspectionRow = OutputOf<typeof stations.listInspections>['rows'][number]
export type Candidate = OutputOf<typeof stations.suggestRound>['rows'][number]
