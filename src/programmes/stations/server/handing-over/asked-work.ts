import { callersPhoneIndex } from '#kernel/access/index.ts'
import { caseStates } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import type { WorkItem } from '#platform/module.ts'
import { applicationProcedure } from '../becoming/application-procedure.ts'
import { applicationColumns, applicationsOf } from '../becoming/find-application.ts'
import { handoversOf, sideOf } from './handover-rows.ts'

const ITEMS_MAX = 20

/** What somebody is asked to keep or to hand over, found by the phone that they signed in with. */
export async function askedWork(ctx: Context): Promise<WorkItem[]> {
  const own = await callersPhoneIndex(ctx)
  if (own === undefined) return []
  return [...(await askedToKeep(ctx, own)), ...(await askedToHandOver(ctx, own))]
}

async function askedToKeep(ctx: Context, own: Buffer): Promise<WorkItem[]> {
  const rows = await applicationsOf(ctx)
    .select(applicationColumns)
    .where('version.keeper_phone_index', '=', own)
    .where('keeper.agreed_at', 'is', null)
    .orderBy('application.applied_at', 'desc')
    .limit(ITEMS_MAX)
    .execute()
  const subjectOf = ({ id }: { id: string }) => `stations.application:${id}`
  const states = await caseStates(ctx, applicationProcedure.id, rows.map(subjectOf))
  return rows
    .filter((row) => states.get(subjectOf(row))?.state === 'keeper')
    .map((row) => ({
      kind: 'stations.asked-to-keep',
      title: {
        zh: `${row.draft.hostUnit}请您担任“${row.draft.name}”的管理员`,
        en: `${row.draft.hostUnit} asks you to keep “${row.draft.name}”`,
      },
      href: `/stations/applications/${row.id}`,
      since: row.submittedAt,
    }))
}

async function askedToHandOver(ctx: Context, own: Buffer): Promise<WorkItem[]> {
  const rows = await handoversOf(ctx)
    .select(['station.name as stationName', 'handover.offered_at as offeredAt'])
    .where((is) =>
      is.or([is('handover.successor_phone_index', '=', own), is('keeper.phone_index', '=', own)]),
    )
    .where('handover.ended_at', 'is', null)
    .where('handover.expires_at', '>', ctx.now)
    .orderBy('handover.offered_at')
    .limit(ITEMS_MAX)
    .execute()
  return rows
    .filter((row) => (sideOf(own, row) === 'successor' ? row.successorAgreedAt : row.keeperAgreedAt) === null)
    .map((row) => ({
      kind: 'stations.asked-to-hand-over',
      title: {
        zh: `“${row.stationName}”的管理员移交等您答复`,
        en: `The hand-over of “${row.stationName}” waits for you`,
      },
      href: '/keeper',
      since: row.offeredAt,
      dueAt: row.expiresAt,
    }))
}
