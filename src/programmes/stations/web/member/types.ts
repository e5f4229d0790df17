import type { InputOf, OutputOf } from '#platform/contract.ts'
import type { stations } from '../../contract.ts'

/** The contract's answers as pages read them; moments are ISO text here. */
export type StationList = OutputOf<typeof stations.mapStations>
export type MapStation = StationList['stations'][number]
export type StationDetail = OutputOf<typeof stations.getStation>
export type ReportInput = InputOf<typeof stations.reportStation>
export type Report = OutputOf<typeof stations.reportStation>['report']
export type ReportKind = Report['kind']
export type FacilityName = MapStation['facilities'][number]
export type CheckIn = OutputOf<typeof stations.checkIn>['checkIn']
export type Proof = Report['proof']
export type KeptStation = OutputOf<typeof stations.myStations>['rows'][number]
export type AnswerKind = InputOf<typeof stations.answerReport>['answer']
export type Certificate = OutputOf<typeof stations.certificate>
export type CertificateState = Certificate['state']
export type CriterionVerdict = Certificate['criteria'][number]
export type Duties = OutputOf<typeof stations.keeperDuties>['rows'][number]
export type Duty = Duties['duties'][number]
export type DutyWay = Duty['ways'][number]
export type PhotoKind = InputOf<typeof stations.photoChallenge>['what']
export type Round = OutputOf<typeof stations.getRound>
export type RoundStop = Round['stops'][number]
export type RoundRow = OutputOf<typeof stations.listRounds>['rows'][number]
type Submission = InputOf<typeof stations.submitInspection>
export type VisitInput = Omit<Submission, 'photos'> & { readonly photos: NonNullable<Submission['photos']> }
export type VisitOutcome = OutputOf<typeof stations.submitInspection>
