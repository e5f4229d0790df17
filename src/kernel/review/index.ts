/**
 * Front door of kernel part `review`: how a programme has something applied for, decided, published and disputed.
 * Its manifest carries its procedures as `procedures`; the state of a case follows from its actions.
 */
export { defineProcedure } from './rules/define-procedure.ts'
export { twoPersonProcedure } from './rules/two-person-procedure.ts'
export type { Draft, Move, Mover, Outcome, Procedure, State, Term } from './rules/procedure.ts'
export type { NoticeDraft, NoticePurpose } from './shapes.ts'
export type { ProcedureSource, ReviewedProcedure } from './procedure-source.ts'
export { subjectIdOf, type ReviewCase } from './server/case.ts'
export { openCase, type NewCase } from './server/open-case.ts'
export { act, type Act } from './server/act.ts'
export { openNotice } from './server/open-notice.ts'
export { latestNotice } from './server/notices.ts'
export { completeNotice } from './server/end-notice.ts'
export { findCase, findOpenCase, getCaseFor, mayRead } from './server/find-case.ts'
export { caseStates, type CaseState } from './server/case-states.ts'
export { atLevel, officersFor, type Officer } from './server/officers.ts'
export { calendarFor, dueOf } from './server/calendar.ts'
export { addTerm, addWorkingDays, workingDaysBetween, type Calendar, type Due } from './rules/working-days.ts'
export { reviewModule } from './server/module.ts'
