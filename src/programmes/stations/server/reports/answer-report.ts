import { holdsAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { Failure } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { tellChanged } from '../index/tell-changed.ts'
import { findKeeping } from '../keeping/keeping.ts'
import { addEvent, type EventBy } from './add-event.ts'
import { getReport, isReporter, noSuchReport, type StandingReport } from './find-report.ts'
import { alreadySettled } from './reopen-report.ts'
import { getReportRow } from './report-rows.ts'

/**
 * The keeper answers, or an officer for them. An answer may follow an answer (will fix, then fixed). Whether the
 * reporter agrees is theirs to say, so a disputed 'was-open' stays visible with what came after it.
 */
export const answerReport: Handler<typeof stations.answerReport> = async (ctx, input) => {
  const report = await getReport(ctx, input.id)
  const by = await answerer(ctx, report)
  if (isReporter(ctx, report)) throw ownReport()
  if (report.lastKind === 'settled') throw alreadySettled()
  const { answer, words } = input
  await addEvent(ctx, { reportId: report.id, no: report.lastNo + 1, kind: 'answered', answer, words, by })
  await tellChanged(ctx, [report.stationId])
  ctx.auditNote.organisationId = report.organisationId
  ctx.auditNote.subjects = [`report:${report.id}`]
  ctx.auditNote.detail = { answer }
  return { report: await getReportRow(ctx, report.id) }
}

/** As whom the caller may answer; for anybody else there is no such report. */
async function answerer(ctx: Context, report: StandingReport): Promise<EventBy> {
  const keeping = await findKeeping(ctx, report.stationId)
  if (keeping !== undefined) return { kind: 'keeper', name: keeping.name }
  if (!(await holdsAt(ctx, 'stations.answer', report.organisationId))) throw noSuchReport()
  return { kind: 'officer', name: ctx.actor.kind === 'anonymous' ? '' : ctx.actor.name }
}

/** Nobody decides on what they made. */
const ownReport = () =>
  new Failure(403, 'own-report', {
    zh: '您不能答复自己的反映，请由其他管理员或工作人员答复。',
    en: 'You cannot answer your own report; another keeper or officer must.',
  })
