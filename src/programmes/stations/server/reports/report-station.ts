import { sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { dateReport } from '../../rules/date-report.ts'
import { tellChanged } from '../index/tell-changed.ts'
import { tables } from '../tables.ts'
import { judgePresence } from '../visits/presence.ts'
import { getVisitedStation, type VisitedStation } from '../visits/visited-station.ts'
import { requireVisitor, type Visitor } from '../visits/visitor.ts'
import { addEvent } from './add-event.ts'
import { getReportRow, isWaiting, reportsOf } from './report-rows.ts'

const HOUR_MS = 3_600_000
/** An answer is expected within a day. */
const ANSWER_WITHIN_MS = 24 * HOUR_MS
/** The same tap again is the same report. */
const SAME_WITHIN_MS = 2 * HOUR_MS

type Input = Parameters<typeof reportStation>[1]
type Dated = { readonly at: Date; readonly arrivedAt: Date | null }

export const reportStation: Handler<typeof stations.reportStation> = async (ctx, input) => {
  const visitor = requireVisitor(ctx, input.visitorKey)
  const station = await getVisitedStation(ctx, input.code)
  await holdVisitor(ctx, visitor, station)
  const dated = requireDate(ctx, input)
  const known = await findSimilar(ctx, input, visitor, station, dated)
  ctx.auditNote.organisationId = station.organisationId
  const id = known ?? (await insertReport(ctx, input, visitor, station, dated))
  ctx.auditNote.subjects = [`station:${station.id}`, `report:${id}`]
  return { report: await getReportRow(ctx, id) }
}

function requireDate(ctx: Context, { madeAt }: Input): Dated {
  const dated = dateReport(madeAt === undefined ? undefined : new Date(madeAt), ctx.now)
  if (!('tooOld' in dated)) return dated
  throw invalid('made-too-long-ago', {
    field: 'madeAt',
    reason: {
      zh: '这条反映是七天以前写的，情况多半已经变了。如果现在还是这样，请重新反映。',
      en: 'This report was made more than seven days ago, and things have changed since. If it is still so, report it anew.',
    },
  })
}

/** Two taps of one thumb come one after the other, so that the second sees the first. */
const holdVisitor = (ctx: Context, visitor: Visitor, station: VisitedStation) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${visitor.digest.toString('hex') + station.id}, 1))`.execute(
    ctx.db,
  )

async function findSimilar(
  ctx: Context,
  input: Input,
  visitor: Visitor,
  station: VisitedStation,
  { at }: Dated,
): Promise<string | undefined> {
  const similar = await reportsOf(ctx)
    .select('report.id')
    .where('report.visitor_bk', '=', visitor.bk)
    .where('report.visitor', '=', visitor.digest)
    .where('report.station_id', '=', station.id)
    .where('report.kind', '=', input.kind)
    .where('report.facility', 'is not distinct from', input.facility)
    .where('report.at', '>', new Date(at.getTime() - SAME_WITHIN_MS))
    .where('report.at', '<', new Date(at.getTime() + SAME_WITHIN_MS))
    .where(isWaiting)
    .orderBy('report.at', 'desc')
    .executeTakeFirst()
  return similar?.id
}

async function insertReport(
  ctx: Context,
  input: Input,
  visitor: Visitor,
  station: VisitedStation,
  { at, arrivedAt }: Dated,
): Promise<string> {
  // A code scanned at the door proves that somebody stood there then, whenever the line came back.
  const { proof, distanceMetres, weight } = judgePresence({ ...ctx, now: at }, station, input)
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('stations.report')
    .values({
      id,
      station_id: station.id,
      kind: input.kind,
      facility: input.facility,
      words: input.words,
      visitor_bk: visitor.bk,
      visitor: visitor.digest,
      at,
      arrived_at: arrivedAt,
      proof,
      distance_metres: distanceMetres,
      weight,
      // Nobody can answer what has not arrived.
      due_at: new Date(ctx.now.getTime() + ANSWER_WITHIN_MS),
    })
    .execute()
  const by = { kind: 'reporter' } as const
  await addEvent(ctx, { reportId: id, no: 1, kind: 'reported', words: input.words, by, at })
  await tellChanged(ctx, [station.id])
  return id
}
