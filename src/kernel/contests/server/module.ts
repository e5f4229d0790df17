import { defineModule } from '#platform/module.ts'
import { contests } from '../contract.ts'
import { contestPermissions } from '../permissions.ts'
import {
  certificateFiles,
  getCertificateBatch,
  getCertificateBatches,
  makeBatches,
  makeCertificates,
} from './certificates/make-certificates.ts'
import { checkCertificate, getMyCertificate } from './certificates/read-certificates.ts'
import {
  listCertificates,
  proposeRevocation,
  reissueCertificate,
  reviewedRevocation,
} from './certificates/revoke-certificate.ts'
import { getContest, getTemplate, listContests, listStaffContests } from './definition/read-contests.ts'
import { amendContest, createContest, editContest, openContest } from './definition/write-contest.ts'
import { checkFilm } from './entries/check-film.ts'
import { getEntryAtDesk } from './entries/entry-at-desk.ts'
import { getEntryResult } from './entries/entry-result.ts'
import { enterContest } from './entries/enter-contest.ts'
import { demo } from './demo/load-demo.ts'
import { filmUpload, makeFilms, posterUpload } from './entries/film.ts'
import { getPublicWork, setPublication } from './entries/publication.ts'
import { getEntry, listEntries, listMyEntries, withdrawEntry } from './entries/read-entries.ts'
import { whereToEnter } from './entries/where-to-enter.ts'
import { contestFigures } from './figures.ts'
import { getRound } from './judging/get-round.ts'
import { addJudge, declareKin, listJudges, listMyPanels } from './judging/keep-panel.ts'
import { openRound } from './judging/open-round.ts'
import { previewRound } from './judging/preview-round.ts'
import { recuse, replaceJudge } from './judging/replace-judge.ts'
import { getTask, listMyTasks, saveDraft, submitSheet } from './judging/tasks.ts'
import { holdings, personColumns } from './personal-data.ts'
import { disqualifyEntry, reinstateEntry } from './publication/disqualify-entry.ts'
import { exportList } from './publication/export-list.ts'
import { getPublicResult } from './publication/get-public-result.ts'
import { getResult } from './publication/get-result.ts'
import { proposeResult } from './publication/propose-result.ts'
import { reviewedResult } from './publication/reviewed.ts'
import { refusals } from './refusals.ts'
import { closeRound } from './results/close-round.ts'
import { decideTie, getJudges, getRoundRecord, getRoundResult, verify } from './results/read-results.ts'
import { workList } from './work-list.ts'

export const contestsModule = defineModule({
  name: 'contests',
  title: { zh: '比赛', en: 'Contests' },
  folder: new URL('../', import.meta.url),
  operations: contests,
  permissions: contestPermissions,
  handlers: {
    getTemplate,
    createContest,
    editContest,
    openContest,
    amendContest,
    listContests,
    listStaffContests,
    getContest,
    whereToEnter,
    checkFilm,
    getEntryResult,
    enterContest,
    withdrawEntry,
    listMyEntries,
    listEntries,
    getEntry,
    setPublication,
    getEntryAtDesk,
    disqualifyEntry,
    reinstateEntry,
    previewRound,
    addJudge,
    listJudges,
    declareKin,
    listMyPanels,
    openRound,
    replaceJudge,
    getRound,
    listMyTasks,
    getTask,
    saveDraft,
    submitSheet,
    recuse,
    closeRound,
    decideTie,
    getRoundResult,
    getRoundRecord,
    verify,
    getJudges,
    getResult,
    proposeResult,
    getPublicResult,
    getPublicWork,
    exportList,
    makeCertificates,
    getCertificateBatches,
    getCertificateBatch,
    getMyCertificate,
    listCertificates,
    proposeRevocation,
    reissueCertificate,
    checkCertificate,
  },
  uploads: [filmUpload, posterUpload, certificateFiles],
  procedures: [reviewedResult, reviewedRevocation],
  jobs: [
    { name: 'make-films', everySeconds: 60, run: (ctx, { signal }) => makeFilms(ctx, signal) },
    { name: 'make-certificates', everySeconds: 15, run: (ctx, { signal }) => makeBatches(ctx, signal) },
  ],
  figures: contestFigures,
  workList,
  demo,
  refusals,
  holdings,
  personColumns,
})
