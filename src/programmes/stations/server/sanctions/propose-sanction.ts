import { openCase } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { WARNINGS_BEFORE, type ProposedSanction } from '../../rules/certificate/sanctions.ts'
import { sanctionKindWords } from '../../rules/certificate/words.ts'
import { lockStation } from '../keeping/lock-station.ts'
import { requireOpen } from '../evidence/send-photo.ts'
import { tables } from '../tables.ts'
import { sanctionProcedure, sanctionSubject } from './sanction-procedure.ts'
import { sanctionable, sanctionsOf, warningsWithinAYear } from './sanctions-of.ts'

/** One officer proposes; whoever may certify, and is another, decides. */
export const proposeSanction: Handler<typeof stations.proposeSanction> = async (
  ctx,
  { code, kind, reason },
) => {
  const station = await lockStation(ctx, code)
  await requireAt(ctx, 'stations.sanction', station.organisationId)
  requireOpen(station)
  const sanctions = await sanctionsOf(ctx, station.id)
  if (!sanctionable(ctx, sanctions).includes(kind)) throw notYet(kind, warningsWithinAYear(ctx, sanctions))
  const opened = await openCase(ctx, sanctionProcedure, {
    subject: sanctionSubject(station.id),
    organisationId: station.organisationId,
    applicant: null,
    summary: `${station.draft.name}：${sanctionKindWords[kind].zh}`,
    href: `/staff/stations/${code}`,
    applicantHref: '/keeper',
    note: reason,
  })
  await tables(ctx)
    .insertInto('stations.sanction_proposal')
    .values({ case_id: opened.id, station_id: station.id, kind, reason, made_at: ctx.now })
    .execute()
  ctx.auditNote.reason = reason
  return { caseId: opened.id }
}

function notYet(kind: ProposedSanction, warnings: number) {
  if (kind === 'suspension' || kind === 'withdrawal') {
    const wanted = WARNINGS_BEFORE[kind]
    return conflict('not-warned', {
      zh: `一年内已警告${warnings}次；${sanctionKindWords[kind].zh}之前要先警告${wanted}次，或者证书已是这个状态。`,
      en: `Warned ${warnings} times within a year; ${sanctionKindWords[kind].en} wants ${wanted} first, or it is so already.`,
    })
  }
  return conflict('not-now', {
    zh: '证书现在的状态不能这样处理。',
    en: 'As the certificate stands, this cannot be decided.',
  })
}
