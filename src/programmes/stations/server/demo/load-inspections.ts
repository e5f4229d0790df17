import { dueOf, openCase } from '#kernel/review/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { checklistOf } from '../../rules/standard/checklist.ts'
import { findingProcedure, findingSubject } from '../inspections/finding-procedure.ts'
import { makerOf } from '../standards/drafts.ts'
import type { InForce } from '../standards/in-force.ts'
import type { DemoOfficials } from './demo-officials.ts'
import { dayNumber } from './days.ts'
import { insertRows, momentOf } from './load-evidence.ts'
import type { PlacedStation } from './load-stations.ts'
import type { DemoInspection } from './make-demo-visits-of-inspectors.ts'

/** A station's answer is awaited for about a week; older findings are settled. */
const OPEN_DAYS = 7

type Story = {
  readonly stations: readonly PlacedStation[]
  readonly unitOf: (station: number) => string
  readonly visits: readonly DemoInspection[]
  readonly standard: InForce
  readonly officials: DemoOfficials
}

/** A year of inspections with what they found; the last findings still wait for their station and for a repeat visit. */
export async function loadInspections(ctx: Context, story: Story): Promise<void> {
  const { visits, stations, standard, officials } = story
  const ids = visits.map(({ day, from }) => newId(Date.parse(momentOf(day, from))))
  const { inspector } = officials
  const by = { by_name: inspector.name, by_bk: inspector.person.bk, by_id: inspector.person.id }
  await insertRows(
    ctx,
    'inspection',
    visits.map((visit, index) => ({
      id: ids[index],
      station_id: stations[visit.station]!.id,
      kind: visit.repeats === undefined ? 'unannounced' : 'repeat',
      repeats: visit.repeats === undefined ? null : ids[visit.repeats],
      due_on: visit.repeats === undefined ? null : visit.day,
      version_id: standard.id,
      begun_at: momentOf(visit.day, visit.from),
      begun_by_name: by.by_name,
      begun_by_bk: by.by_bk,
      begun_by_id: by.by_id,
      ended_at: momentOf(visit.day, visit.to),
      made_at: momentOf(visit.day, 8 * 60),
    })),
  )
  const cases = await openFindings(ctx, story, ids)
  await insertRows(
    ctx,
    'inspection_result',
    visits.map((visit, index) => ({
      inspection_id: ids[index],
      client_key: ids[index]!.replaceAll('-', ''),
      started_at: momentOf(visit.day, visit.from),
      ended_at: momentOf(visit.day, visit.to),
      recorded_at: momentOf(visit.day, visit.to + 1),
      answers: visit.answers,
      is_passed: visit.failing.length === 0,
      failing: visit.failing,
      words: visit.words,
      proof: 'position',
      distance_metres: 12 + (index % 40),
      ...by,
      case_id: cases.get(index) ?? null,
    })),
  )
  await insertRows(
    ctx,
    'evidence',
    visits.flatMap((visit, index) => answersOf(visit, ids[index]!, story, by)),
  )
}

type By = { readonly by_name: string; readonly by_bk: number; readonly by_id: string }

function answersOf(visit: DemoInspection, inspectionId: string, { stations, standard }: Story, by: By) {
  const at = momentOf(visit.day, visit.to)
  return checklistOf(standard.content).flatMap(({ questions }) =>
    questions.map(({ id, expects }) => ({
      id: newId(Date.parse(at)),
      station_id: stations[visit.station]!.id,
      kind: 'answer',
      what: id,
      is_favourable: visit.answers[id] === expects,
      at,
      recorded_at: at,
      by_kind: 'inspector',
      ...by,
      inspection_id: inspectionId,
    })),
  )
}

/** By the visit's place: the cases in which stations may still answer, each with its repeat visit. */
async function openFindings(
  ctx: Context,
  story: Story,
  ids: readonly string[],
): Promise<Map<number, string>> {
  const cases = new Map<number, string>()
  const today = dayNumber(cityDay(ctx.now))
  for (const [index, visit] of story.visits.entries()) {
    if (visit.failing.length === 0 || today - dayNumber(visit.day) > OPEN_DAYS) continue
    const then = { ...story.officials.inspector.context, now: new Date(momentOf(visit.day, visit.to)) }
    const station = story.stations[visit.station]!
    const opened = await openCase(then, findingProcedure, {
      subject: findingSubject(ids[index]!),
      organisationId: story.unitOf(visit.station),
      applicant: null,
      summary: `${station.name}：${titles(story.standard, visit.failing)}`,
      href: `/staff/stations/inspections/${ids[index]!}`,
    })
    const { dueOn } = await dueOf(then, then.now, { workingDays: 10 })
    await insertRows(ctx, 'inspection', [
      {
        id: newId(then.now.getTime()),
        station_id: station.id,
        kind: 'repeat',
        repeats: ids[index],
        due_on: dueOn,
        version_id: story.standard.id,
        made_at: then.now.toISOString(),
      },
    ])
    cases.set(index, opened.id)
  }
  return cases
}

const titles = ({ content }: InForce, ids: readonly string[]): string =>
  content.criteria
    .filter(({ id }) => ids.includes(id))
    .map(({ title }) => title.zh)
    .join('、')

/** A route for the demo's inspector today. */
export async function loadRound(
  ctx: Context,
  { standard, officials }: Story,
  route: readonly PlacedStation[],
): Promise<void> {
  const { inspector } = officials
  const id = newId(ctx.now.getTime())
  await insertRows(ctx, 'inspection_round', [
    {
      id,
      day: cityDay(ctx.now),
      organisation_id: officials.rootId,
      inspector_bk: inspector.person.bk,
      inspector_id: inspector.person.id,
      inspector_name: inspector.name,
      revision: 1,
      ...makerOf(officials.city.context),
      made_at: ctx.now.toISOString(),
    },
  ])
  await insertRows(
    ctx,
    'inspection',
    route.map((station, index) => ({
      id: newId(ctx.now.getTime()),
      station_id: station.id,
      round_id: id,
      position: index + 1,
      kind: 'unannounced',
      version_id: standard.id,
      made_at: ctx.now.toISOString(),
    })),
  )
}
