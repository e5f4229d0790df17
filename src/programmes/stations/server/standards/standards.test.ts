import { afterAll, beforeAll, expect, test } from 'vitest'
import { contextOf, systemCaller } from '#platform/application.ts'
import { stations } from '../../contract.ts'
import { certify } from '../../rules/certificate/certify.ts'
import { courseOf } from '../../rules/certificate/course.ts'
import { faultsOf } from '../../rules/standard/standard-faults.ts'
import { standardContent, type Standard } from '../../rules/standard/standard-schema.ts'
import { readFacts } from '../certificates/read-facts.ts'
import { passTime } from '../certificates/pass-time.ts'
import { readStory } from '../certificates/read-story.ts'
import { decide, makeCertifiedCity, type CertifiedCity } from '../certificates/testing.ts'
import { MONDAY_TEN } from '../testing.ts'
import { sql } from 'kysely'

let city: CertifiedCity
let code: string
beforeAll(async () => {
  city = await makeCertifiedCity()
  code = await city.equipped()
  await city.take(city.keeper, code, 'sign', 1)
  await city.take(city.keeper, code, 'inside', 2)
  await city.take(city.keeper, code, 'equipment', 3)
  await city.take(city.keeper, code, 'rules', 4)
  await city.world.as(city.keeper).call(stations.confirmKeeping, { code })
})
afterAll(() => city.remove())

const DAY_MS = 86_400_000
const daysOn = (days: number) => city.world.setNow(new Date(MONDAY_TEN.getTime() + days * DAY_MS))
const system = () => contextOf(city.world.app, systemCaller('test'), 'test')

async function shipped(): Promise<{ standard: string; content: Standard }[]> {
  const { rows } = await city.world.owner.pool.query(
    'select standard, content from stations.standard_version order by id',
  )
  return rows
}

/** The standard in force, with a seventh that wants a defibrillator. */
async function stricter(): Promise<Standard> {
  const { content } = await city.world.nobody.call(stations.getStandard, {})
  const words = { zh: '有除颤器', en: 'A defibrillator' }
  const needs = [{ anyOf: [{ kind: 'facilities' as const, of: ['defibrillator'], atLeast: 1 }] }]
  return { ...content, criteria: [...content.criteria, { id: 'aed', title: words, words, needs }] }
}

const save = (content: Standard, as = city.officer) =>
  city.world.as(as).call(stations.saveStandardDraft, { standard: 'six-haves', content })

test('the standards that come with the platform are sound, and each is another set', async () => {
  const all = await shipped()
  expect(all.map(({ standard }) => standard)).toEqual(['six-haves', 'six-haves-elsewhere', 'eight-haves'])
  expect(all.map(({ content }) => content.criteria.length)).toEqual([6, 6, 8])
  for (const { content } of all) {
    expect(faultsOf(content)).toEqual([])
    expect(standardContent.parse(content)).toEqual(content)
  }
})

test('a draft that contradicts itself is told so, kept, and cannot be proposed', async () => {
  const content = await stricter()
  const [first] = content.criteria
  const faulty = { ...content, criteria: [...content.criteria, first!] }
  const { id, revision, faults } = await save(faulty)
  expect(faults).toMatchObject([
    { field: 'criteria.7.id', reason: { zh: expect.stringContaining('用了两次') } },
  ])
  const propose = { draftId: id, revision, fromDay: '2027-01-01', reason: '增加急救设备' }
  await expect(city.world.as(city.officer).call(stations.proposeStandard, propose)).rejects.toMatchObject({
    code: 'standard-contradicts-itself',
    problems: [{ field: 'criteria.7.id' }],
  })
  for (const as of [city.stranger, city.member]) {
    await expect(city.world.as(as).call(stations.discardStandardDraft, { id })).rejects.toMatchObject({
      status: 403,
    })
    await expect(
      city.world.as(as).call(stations.saveStandardDraft, { id, revision, standard: 'six-haves', content }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(city.world.as(as).call(stations.proposeStandard, propose)).rejects.toMatchObject({
      status: 403,
    })
  }
  const slower = { id, revision, standard: 'six-haves', content }
  await city.world.as(city.officer).call(stations.saveStandardDraft, slower)
  await expect(city.world.as(city.officer).call(stations.saveStandardDraft, slower)).rejects.toMatchObject({
    code: 'changed-meanwhile',
  })
  expect(await city.world.as(city.officer).call(stations.discardStandardDraft, { id })).toEqual({
    discarded: true,
  })
})

test('a draft shows who would fall before it is put in force, and by what', async () => {
  const { id } = await save(await stricter())
  const preview = await city.world.as(city.officer).call(stations.previewStandard, { draftId: id })
  expect(preview).toMatchObject({
    falls: 1,
    gains: 0,
    byCriterion: [{ title: { zh: '有除颤器' }, count: 1 }],
    rows: [{ code, from: 'complete', to: 'incomplete', newlyFailing: [{ zh: '有除颤器' }] }],
  })
  const [, elsewhere] = (await shipped()).slice(0, 2)
  const { id: other } = await save(elsewhere!.content)
  const gained = await city.world
    .as(city.officer)
    .call(stations.previewStandard, { draftId: other, move: 'all' })
  expect(gained.rows.find((row) => row.code === code)).toMatchObject({ from: 'complete', to: 'incomplete' })
  expect((await city.certificate(code)).state).toBe('complete')
})

test('put in force by another from its day on, it computes every certificate anew, and history keeps both', async () => {
  const { id, revision } = await save(await stricter())
  const propose = (fromDay: string) =>
    city.world
      .as(city.officer)
      .call(stations.proposeStandard, { draftId: id, revision, fromDay, reason: '增加急救设备' })
  await expect(propose('2026-11-22')).rejects.toMatchObject({ code: 'day-is-over' })
  const { caseId } = await propose('2026-12-01')
  await expect(decide(city, city.officer, caseId, 'put-in-force')).rejects.toMatchObject({ status: 403 })
  await decide(city, city.chief, caseId, 'put-in-force')
  expect(await city.certificate(code)).toMatchObject({
    state: 'complete',
    coming: { no: 2, fromDay: '2026-12-01' },
  })
  // The server stood still on the day itself.
  daysOn(10)
  await passTime(system())
  const after = await city.certificate(code)
  expect(after).toMatchObject({ state: 'incomplete', standard: { no: 2 }, coming: null })
  expect(after.history[0]).toMatchObject({
    validFrom: '2026-12-01',
    cause: 'standard',
    failing: [{ zh: '有除颤器' }],
  })
  const version = (await city.world.as(city.officer).call(stations.getStaffStation, { code })).version
  const { draft } = await city.world.as(city.officer).call(stations.getStaffStation, { code })
  await city.world.as(city.officer).call(stations.editStation, {
    code,
    version,
    draft: { ...draft, facilities: [...draft.facilities, 'defibrillator'] },
  })
  expect(await city.certificate(code)).toMatchObject({
    state: 'complete',
    history: [{ cause: 'register' }, {}, {}, {}, {}, {}, {}, {}],
  })
})

test('what is stored, day by day, is what the evidence comes to when it is replayed', async () => {
  daysOn(300)
  await passTime(system())
  // The database notes the moment by its own clock, which stands later than this world's.
  await sql`update stations.evidence set recorded_at = at`.execute(city.world.owner.db)
  const { standards, stories } = await readStory(system(), sql`true`)
  for (const { id, story } of stories) {
    const { rows } = await city.world.owner.pool.query(
      `select valid_from::text as day, state, failing from stations.certificate_state where station_id = $1 order by no`,
      [id],
    )
    const course = courseOf(standards, story, '2027-09-19').map(({ day, certificate }) => ({
      day,
      state: certificate.state,
      failing: certificate.failing,
    }))
    // Of several turns on one day the last is what the day comes to.
    const lastOfDay = rows.filter((row, index) => rows[index + 1]?.day !== row.day)
    expect(lastOfDay.map(({ day, state, failing }) => ({ day, state, failing }))).toEqual(course)
  }
  const [onFile] = await readFacts(system(), sql`station.code = ${code}`)
  const held = standards.at(-1)!.value
  expect(onFile!.stored).toMatchObject({
    state: certify(held, onFile!.station, '2027-09-19').state,
    failing: certify(held, onFile!.station, '2027-09-19').failing,
  })
})
