import { sql } from 'kysely'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { checklistOf, type ChecklistPart } from '../../rules/standard/checklist.ts'
import { withCertificate } from '../certificates/with-certificate.ts'
import { titlesOf } from '../certificates/verdict-shapes.ts'
import { lockStation } from '../keeping/lock-station.ts'
import { findVersion } from '../standards/in-force.ts'
import { tables } from '../tables.ts'
import { judgePresence } from '../visits/presence.ts'
import {
  alreadyDone,
  calledOff,
  goingOnAt,
  lockVisit,
  noteAudit,
  somebodyThere,
  type Visit,
} from './begin-inspection.ts'
import { followFinding } from './follow-finding.ts'
import { requireIndependent, requireInspector } from './independence.ts'
import { keepAnswers } from './keep-answers.ts'
import { keepVisitPhotos } from './keep-visit-photos.ts'

export type Submitted = Parameters<typeof submitInspection>[1]

/** A phone's clock may run a little ahead. */
const CLOCK_SLACK_MS = 2 * 60_000

/**
 * One visit has one result. The same phone sending again under its key is told the same; another phone, or another
 * inspector, learns who was faster, and loses nothing: their answers stay with them.
 */
export const submitInspection: Handler<typeof stations.submitInspection> = async (ctx, input) => {
  const visit = await lockVisit(ctx, input.id)
  await requireAt(ctx, 'stations.inspect', visit.organisationId)
  const inspector = requireInspector(ctx)
  noteAudit(ctx, visit)
  const before = await resultOf(ctx, visit.inspectionId)
  if (before !== undefined) {
    if (before.key !== input.key) throw alreadyDone(before.by)
    return { repeated: true, ...(await saidOf(ctx, visit, before)), photosLeft: [] }
  }
  if (visit.calledOffAt !== null) throw calledOff()
  await requireIndependent(ctx, [{ ...visit, id: visit.stationId }], inspector)
  requireTimes(ctx, input)
  if (!input.confirmed.includes('at-once')) await requireAlone(ctx, visit, inspector.id, input)
  const version = (await findVersion(ctx, visit.versionId))!
  const parts = checklistOf(version.content)
  requireAnswers(parts, input.answers)
  const failing = failingParts(parts, input.answers)
  const station = await lockStation(ctx, visit.code)
  const presence = judgePresence(ctx, { code: station.code, ...station.draft.location }, input)
  const photosLeft = await withCertificate(ctx, station.id, 'inspection', async () => {
    await endVisit(ctx, visit, inspector, input)
    await keepAnswers(ctx, { visit, parts, input, inspector })
    return keepVisitPhotos(ctx, { station, visit, parts, failing, input, inspector, presence })
  })
  const caseId =
    failing.length === 0 ? null : await followFinding(ctx, visit, titlesOf(version.content, failing))
  await tables(ctx)
    .insertInto('stations.inspection_result')
    .values({
      inspection_id: visit.inspectionId,
      client_key: input.key,
      started_at: new Date(input.startedAt),
      ended_at: new Date(input.endedAt),
      answers: JSON.stringify(input.answers),
      is_passed: failing.length === 0,
      failing,
      words: input.words,
      proof: presence.proof,
      distance_metres: presence.distanceMetres,
      by_name: inspector.name,
      by_bk: inspector.bk,
      by_id: inspector.id,
      case_id: caseId,
    })
    .execute()
  ctx.auditNote.detail = {
    passed: failing.length === 0,
    failing: failing.length,
    photos: input.photos.length,
  }
  const said = await saidOf(ctx, visit, { isPassed: failing.length === 0, failing })
  return { repeated: false, ...said, photosLeft }
}

async function resultOf(ctx: Context, inspectionId: string) {
  return tables(ctx)
    .selectFrom('stations.inspection_result')
    .select(['client_key as key', 'by_name as by', 'is_passed as isPassed', 'failing'])
    .where('inspection_id', '=', inspectionId)
    .executeTakeFirst()
}

async function saidOf(
  ctx: Context,
  visit: Visit,
  { isPassed, failing }: { isPassed: boolean; failing: string[] },
) {
  const version = await findVersion(ctx, visit.versionId)
  const repeat = await tables(ctx)
    .selectFrom('stations.inspection')
    .select('due_on as dueOn')
    .where('repeats', '=', visit.inspectionId)
    .executeTakeFirst()
  return { isPassed, failing: titlesOf(version?.content, failing), repeatDueOn: repeat?.dueOn ?? null }
}

function requireTimes(ctx: Context, { startedAt, endedAt }: Submitted): void {
  const [from, to] = [Date.parse(startedAt), Date.parse(endedAt)]
  if (from <= to && to <= ctx.now.getTime() + CLOCK_SLACK_MS) return
  throw invalid('visit-times', {
    field: 'endedAt',
    reason: {
      zh: '检查的开始和结束时间不对：结束早于开始，或者还没有到。',
      en: 'The times of the visit are not right: it ends before it begins, or is yet to come.',
    },
    accepted: { zh: '校准手机时间后再提交', en: 'set the phone’s clock and send again' },
  })
}

/** Another inspector's visit there, going on or handed in, that overlaps with this one. */
async function requireAlone(
  ctx: Context,
  visit: Visit,
  inspectorId: string,
  { startedAt, endedAt }: Submitted,
): Promise<void> {
  const there = await goingOnAt(ctx, visit.stationId, inspectorId)
  if (there !== undefined) throw somebodyThere(there)
  const { rows } = await sql<{ name: string }>`
    select r.by_name as name from stations.inspection_result r
    join stations.inspection i on i.id = r.inspection_id
    where i.station_id = ${visit.stationId} and r.by_id <> ${inspectorId}
      and tstzrange(r.started_at, r.ended_at, '[]') && tstzrange(${startedAt}::timestamptz, ${endedAt}::timestamptz, '[]')
    limit 1`.execute(ctx.db)
  if (rows[0] === undefined) return
  throw conflict('inspected-at-once', {
    zh: `${rows[0].name}同一时间也检查了这里，已经提交。两份都要保留的，请再提交一次。`,
    en: `${rows[0].name} inspected here at the same time and handed it in. Send again if both are to be kept.`,
  })
}

/** Every question answered, and none that nobody asked. */
function requireAnswers(parts: readonly ChecklistPart[], answers: Submitted['answers']): void {
  const asked = parts.flatMap(({ questions }) => questions)
  const open = asked.find(({ id }) => answers[id] === undefined)
  if (open !== undefined)
    throw invalid('question-open', {
      field: `answers.${open.id}`,
      reason: { zh: `还没有回答：${open.words.zh}`, en: `Not answered yet: ${open.words.en}` },
      accepted: { zh: '是或否', en: 'yes or no' },
    })
  const unknown = Object.keys(answers).find((id) => !asked.some((question) => question.id === id))
  if (unknown !== undefined)
    throw invalid('question-unknown', {
      field: `answers.${unknown}`,
      reason: {
        zh: `检查表里没有“${unknown}”这个问题。`,
        en: `The checklist does not ask “${unknown}”.`,
      },
      accepted: { zh: '这次检查的检查表里的问题', en: 'the questions of this visit’s checklist' },
    })
}

const failingParts = (parts: readonly ChecklistPart[], answers: Submitted['answers']): string[] =>
  parts
    .filter(({ questions }) => questions.some(({ id, expects }) => answers[id] !== expects))
    .map(({ criterion }) => criterion)

async function endVisit(
  ctx: Context,
  visit: Visit,
  inspector: { bk: number; id: string; name: string },
  { startedAt, endedAt }: Submitted,
): Promise<void> {
  await tables(ctx)
    .updateTable('stations.inspection')
    .set({
      begun_at: new Date(startedAt),
      begun_by_name: inspector.name,
      begun_by_bk: inspector.bk,
      begun_by_id: inspector.id,
      ended_at: new Date(endedAt),
    })
    .where('id', '=', visit.inspectionId)
    .execute()
}
