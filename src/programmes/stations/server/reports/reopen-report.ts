import { conflict } from '#platform/failures.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { tellChanged } from '../index/tell-changed.ts'
import { addEvent } from './add-event.ts'
import { getOwnReport, type StandingReport } from './find-report.ts'
import { getReportRow } from './report-rows.ts'

/** Only whoever reported may say that it is not settled, and not for ever: an old matter is a new report. */
const REOPEN_WITHIN_DAYS = 14

export const reopenReport: Handler<typeof stations.reopenReport> = async (ctx, input) => {
  const report = await getOwnReport(ctx, input.id, input.visitorKey)
  if (report.lastKind === 'reported' || report.lastKind === 'reopened') throw stillOpen()
  if (ctx.now.getTime() - report.lastAt.getTime() > REOPEN_WITHIN_DAYS * 86_400_000) throw tooLate()
  return moveByReporter(ctx, report, 'reopened', input.words)
}

export const settleReport: Handler<typeof stations.settleReport> = async (ctx, input) => {
  const report = await getOwnReport(ctx, input.id, input.visitorKey)
  if (report.lastKind === 'settled') throw alreadySettled()
  return moveByReporter(ctx, report, 'settled', '')
}

async function moveByReporter(
  ctx: Context,
  report: StandingReport,
  kind: 'reopened' | 'settled',
  words: string,
) {
  await addEvent(ctx, { reportId: report.id, no: report.lastNo + 1, kind, words, by: { kind: 'reporter' } })
  await tellChanged(ctx, [report.stationId])
  ctx.auditNote.organisationId = report.organisationId
  ctx.auditNote.subjects = [`report:${report.id}`]
  return { report: await getReportRow(ctx, report.id) }
}

const stillOpen = () =>
  conflict('still-open', { zh: '这条反映还在等答复。', en: 'This report is still waiting for an answer.' })

const tooLate = () =>
  conflict('too-late-to-reopen', {
    zh: `答复超过${REOPEN_WITHIN_DAYS}天，不能再重开。问题还在的话，请重新反映。`,
    en: `More than ${REOPEN_WITHIN_DAYS} days have passed. If it is still so, please report it again.`,
  })

export const alreadySettled = () =>
  conflict('already-settled', { zh: '这条反映已经解决。', en: 'This report is settled already.' })
