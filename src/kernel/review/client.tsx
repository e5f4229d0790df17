/** The web front door: a case's moves, timeline and deadline, for the page of whatever it is about. */
export { CaseMoves } from './web/case-moves.tsx'
export { CaseTimeline } from './web/case-timeline.tsx'
export { DeadlineBadge } from './web/deadline.tsx'
export { useCase } from './web/use-case.ts'
