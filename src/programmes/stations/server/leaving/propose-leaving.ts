import { findOpenCase, openCase } from '#kernel/review/index.ts'
import { holdsAt, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, forbidden, invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { findKeeping } from '../keeping/keeping.ts'
import { lockStation, type StandingStation } from '../keeping/lock-station.ts'
import { tables } from '../tables.ts'
import { subjectOf } from './leave-station.ts'
import { leavingProcedure, withdrawalProcedure } from './leaving-procedures.ts'

/** The keeper says that the station cannot go on, or an officer does for it. */
export const proposeLeaving: Handler<typeof stations.proposeLeaving> = async (ctx, input) => {
  const station = await lockStation(ctx, input.code)
  const isKeeper = (await findKeeping(ctx, station.id)) !== undefined
  if (!isKeeper && !(await holdsAt(ctx, 'stations.edit', station.organisationId)))
    throw forbidden('stations.edit')
  requireThere(station)
  const successor = input.mergedInto === null ? null : await findSuccessor(ctx, station, input.mergedInto)
  const { id } = await openCase(ctx, leavingProcedure, {
    ...caseOf(station),
    summary: successor === null ? `${station.draft.name}退出` : `${station.draft.name}并入${successor.name}`,
    note: input.reason,
  })
  await tables(ctx)
    .insertInto('stations.leaving_wish')
    .values({
      case_id: id,
      station_id: station.id,
      merged_into: successor?.id ?? null,
      reason: input.reason,
      proposed_at: ctx.now,
    })
    .execute()
  ctx.auditNote.reason = input.reason
  return { caseId: id }
}

/** The first warning opens the case. Nobody applied for it; the keeper answers for the station. */
export const warnStation: Handler<typeof stations.warnStation> = async (ctx, { code, reason }) => {
  const station = await lockStation(ctx, code)
  await requireAt(ctx, 'stations.check', station.organisationId)
  requireThere(station)
  if ((await findOpenCase(ctx, leavingProcedure.id, subjectOf(code))) !== undefined) throw leavingAlready()
  const { id } = await openCase(ctx, withdrawalProcedure, {
    ...caseOf(station),
    applicant: null,
    summary: `${station.draft.name}整改`,
    note: reason,
  })
  ctx.auditNote.reason = reason
  return { caseId: id }
}

const caseOf = ({ code, organisationId }: StandingStation) => ({
  subject: subjectOf(code),
  organisationId,
  href: `/staff/stations/${code}`,
})

async function findSuccessor(ctx: Context, station: StandingStation, code: string) {
  const successor = await tables(ctx)
    .selectFrom('stations.station')
    .select(['id', 'name', 'state'])
    .where('code', '=', code)
    .executeTakeFirst()
  if (successor?.state !== 'operating' || successor.id === station.id) throw noSuchSuccessor()
  return successor
}

function requireThere({ state }: StandingStation): void {
  if (state !== 'closed') return
  throw conflict('gone-already', { zh: '这个驿站已经撤销。', en: 'This station is gone already.' })
}

const noSuchSuccessor = () =>
  invalid('no-such-successor', {
    field: 'mergedInto',
    reason: {
      zh: '要并入的驿站不存在、不在开放，或者就是它自己。',
      en: 'The other station does not exist, does not operate, or is this one.',
    },
    accepted: { zh: '另一个在用驿站的编号', en: 'the code of another operating station' },
  })

const leavingAlready = () =>
  conflict('leaving-already', {
    zh: '这个驿站正在办理退出，不必再警告。',
    en: 'This station is leaving already; no warning is needed.',
  })
