import { defineModule } from '#platform/module.ts'
import { contests } from '../contract.ts'
import { contestPermissions } from '../permissions.ts'
import { getContest, getTemplate, listContests, listStaffContests } from './definition/read-contests.ts'
import { amendContest, createContest, editContest, openContest } from './definition/write-contest.ts'
import { enterContest } from './entries/enter-contest.ts'
import { listEntries, listMyEntries, withdrawEntry } from './entries/read-entries.ts'
import { getRound } from './judging/get-round.ts'
import { addJudge, declareKin, listJudges } from './judging/keep-panel.ts'
import { openRound } from './judging/open-round.ts'
import { recuse, replaceJudge } from './judging/replace-judge.ts'
import { getTask, listMyTasks, saveDraft, submitSheet } from './judging/tasks.ts'
import { holdings, personColumns } from './personal-data.ts'
import { refusals } from './refusals.ts'
import { closeRound } from './results/close-round.ts'
import { decideTie, getJudges, getRoundRecord, getRoundResult, verify } from './results/read-results.ts'

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
    enterContest,
    withdrawEntry,
    listMyEntries,
    listEntries,
    addJudge,
    listJudges,
    declareKin,
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
  },
  refusals,
  holdings,
  personColumns,
})
