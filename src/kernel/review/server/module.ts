import { defineModule } from '#platform/module.ts'
import { review } from '../contract.ts'
import { reviewPermissions } from '../permissions.ts'
import { actHandler } from './act.ts'
import { handOver, listAssignees, reassign } from './assign.ts'
import { breakOffNotice, endNotices } from './end-notice.ts'
import { getCase } from './get-case.ts'
import { reviewHoldings } from './holdings.ts'
import { importCalendarYear, listCalendar } from './keep-calendar.ts'
import { listCases } from './list-cases.ts'
import { answerObjection, objectToNotice } from './objections.ts'
import { getNotice, listNotices } from './public-notices.ts'
import { databaseRefusals } from './refusals.ts'
import { watchDeadlines } from './watch-deadlines.ts'
import { workList } from './work-list.ts'

export const reviewModule = defineModule({
  name: 'review',
  title: { zh: '办理与公示', en: 'Cases and notices' },
  operations: review,
  handlers: {
    listCases,
    getCase,
    act: actHandler,
    listAssignees,
    reassign,
    listNotices,
    getNotice,
    objectToNotice,
    answerObjection,
    breakOffNotice,
    listCalendar,
    importCalendarYear,
  },
  permissions: reviewPermissions,
  folder: new URL('../', import.meta.url),
  refusals: databaseRefusals,
  jobs: [
    { name: 'watch-deadlines', everySeconds: 900, run: watchDeadlines },
    { name: 'end-notices', everySeconds: 600, run: endNotices },
  ],
  workList,
  handOver,
  holdings: reviewHoldings,
  personColumns: [
    { table: 'review.case_file', bk: 'applicant_bk', id: 'applicant_id' },
    { table: 'review.case_file', bk: 'proposer_bk', id: 'proposer_id' },
    { table: 'review.action', bk: 'actor_bk', id: 'actor_id' },
    { table: 'review.standing', bk: 'assignee_bk', id: 'assignee_id' },
    { table: 'review.assignment', bk: 'assignee_bk', id: 'assignee_id' },
    { table: 'review.assignment', bk: 'made_by_bk', id: 'made_by_id' },
    { table: 'review.calendar_year', bk: 'made_by_bk', id: 'made_by_id' },
    { table: 'review.notice', bk: 'opened_by_bk', id: 'opened_by_id' },
    { table: 'review.objection', bk: 'objector_bk', id: 'objector_id' },
    { table: 'review.objection_answer', bk: 'answered_by_bk', id: 'answered_by_id' },
  ],
})
