import { accountsByPhoneIndex } from '#kernel/access/index.ts'
import { notify } from '#kernel/notifications/index.ts'
import { dueOf, openCase } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { Text } from '#platform/text.ts'
import { tables } from '../tables.ts'
import type { Visit } from './begin-inspection.ts'
import { findingProcedure, findingSubject } from './finding-procedure.ts'

/** By then a station has had time to put things right. */
const REPEAT_WITHIN = { workingDays: 10 }

/** Something was found: the station may answer, and somebody comes again. The case's id. */
export async function followFinding(ctx: Context, visit: Visit, failing: readonly Text[]): Promise<string> {
  const opened = await openCase(ctx, findingProcedure, {
    subject: findingSubject(visit.inspectionId),
    organisationId: visit.organisationId,
    applicant: null,
    summary: `${visit.name}：${failing.map(({ zh }) => zh).join('、')}`.slice(0, 200),
    href: `/staff/stations/inspections/${visit.inspectionId}`,
  })
  await scheduleRepeat(ctx, visit)
  await tellKeeper(ctx, visit, opened.id, failing)
  return opened.id
}

async function scheduleRepeat(ctx: Context, visit: Visit): Promise<void> {
  const { dueOn } = await dueOf(ctx, ctx.now, REPEAT_WITHIN)
  await tables(ctx)
    .insertInto('stations.inspection')
    .values({
      id: newId(ctx.now.getTime()),
      station_id: visit.stationId,
      kind: 'repeat',
      repeats: visit.inspectionId,
      due_on: dueOn,
      version_id: visit.versionId,
      made_at: ctx.now,
    })
    .execute()
}

async function tellKeeper(
  ctx: Context,
  visit: Visit,
  caseId: string,
  failing: readonly Text[],
): Promise<void> {
  const keeper = await tables(ctx)
    .selectFrom('stations.keeper')
    .select('phone_index as index')
    .where('station_id', '=', visit.stationId)
    .where('until_at', 'is', null)
    .executeTakeFirst()
  if (keeper === undefined) return
  const accountId = (await accountsByPhoneIndex(ctx, [keeper.index])).get(keeper.index.toString('hex'))
  if (accountId === undefined) return
  await notify(ctx, {
    to: { accountId },
    kind: 'stations.inspected',
    title: { zh: `${visit.name}：检查发现问题`, en: `${visit.name}: an inspection found something` },
    body: {
      zh: `${failing.map(({ zh }) => zh).join('、')}。五个工作日内可以申辩；之后会有复查。`,
      en: `${failing.map(({ en }) => en).join(', ')}. You may answer within five working days; somebody will come again.`,
    },
    href: `/me/cases/${caseId}`,
  })
}
