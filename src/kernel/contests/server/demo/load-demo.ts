import { sql } from 'kysely'
import { act, completeNotice, latestNotice } from '#kernel/review/index.ts'
import { newId } from '#platform/ids.ts'
import type { DemoContext } from '#platform/module.ts'
import { insertRows } from '../insert-rows.ts'
import { proposeResult } from '../publication/propose-result.ts'
import { actingAs, daysBefore, makeCast, type DemoCast } from './cast.ts'
import { plantContest } from './plant-contest.ts'
import { plantEntries } from './plant-entries.ts'
import { plantFilms, type DemoFilm } from './plant-films.ts'
import { plantRound, type DemoJudge } from './plant-round.ts'
import { essayBody, recited, written } from './works.ts'

/**
 * The reading contest of the year in its final, with two rounds behind it; the year before's, whose result stands; a
 * district's essay contest that takes entries; and a draft.
 */
export async function demo(context: DemoContext): Promise<void> {
  const cast = await makeCast(context)
  const films = await plantFilms(cast)
  await lastYear(cast, films)
  await thisYear(cast, films)
  await essays(cast)
  await plantContest(cast, {
    title: '职工数字技能竞赛',
    organisationId: cast.cityId,
    by: cast.organiser,
    template: 'skills',
    entriesFrom: -20,
    entriesUntil: -60,
    isDraft: true,
  })
  context.progress({ zh: '比赛：4项，作品727件（虚构）', en: '4 contests with 727 invented entries' })
}

const yearOf = (cast: DemoCast, daysAgo: number) => daysBefore(cast, daysAgo).getUTCFullYear()

async function thisYear(cast: DemoCast, films: readonly DemoFilm[]): Promise<void> {
  const { id: contestId, rules } = await plantContest(cast, {
    title: `${yearOf(cast, 95)}年职工经典诵读比赛`,
    organisationId: cast.cityId,
    by: cast.organiser,
    template: 'reading',
    over: { description: '读经典、诵经典。长视频5分钟以内（含自我介绍），短视频1分钟以内。' },
    entriesFrom: 95,
    entriesUntil: 60,
    // The final ends in twelve days; three rounds in three months, as the call of such a contest says.
    judged: [
      [57, 44],
      [43, 27],
      [6, -12],
    ],
  })
  const all = await plantEntries(cast, {
    contestId,
    count: 600,
    firstPerson: 0,
    fromDaysAgo: 95,
    untilDaysAgo: 60,
    titles: recited,
    category: (index) => (index % 5 < 3 ? 'long-video' : 'short-video'),
    isTeam: (index) => index % 7 === 3,
    films,
    starring: { key: cast.member, name: '许晓禾', unitId: ridersUnion(cast) },
  })
  const judges = await plantJudges(cast, contestId)
  const round = { contestId, rules, judges }
  const semi = await plantRound(cast, { ...round, no: 1, entries: all, openedDaysAgo: 57, closedDaysAgo: 45 })
  const final = await plantRound(cast, {
    ...round,
    no: 2,
    entries: semi,
    openedDaysAgo: 43,
    closedDaysAgo: 28,
  })
  await plantRound(cast, { ...round, no: 3, entries: final, openedDaysAgo: 6, lateJudge: judges[0]! })
}

/** Proposed by one officer, put on notice and published by another, as every result is. */
async function lastYear(cast: DemoCast, films: readonly DemoFilm[]): Promise<void> {
  const { id: contestId, rules } = await plantContest(cast, {
    title: `${yearOf(cast, 400)}年职工经典诵读比赛`,
    organisationId: cast.cityId,
    by: cast.organiser,
    template: 'reading',
    over: {
      rounds: [
        {
          name: '决赛',
          judging: null,
          judgesPerEntry: 3,
          trimming: 'none',
          advancing: null,
          criteria: [
            { id: 'content', name: '内容', weight: 30, pointsMax: 10_000 },
            { id: 'language', name: '语言', weight: 40, pointsMax: 10_000 },
            { id: 'expression', name: '表现', weight: 30, pointsMax: 10_000 },
          ],
        },
      ],
    },
    entriesFrom: 430,
    entriesUntil: 400,
    judged: [[395, 379]],
  })
  const entries = await plantEntries(cast, {
    contestId,
    count: 100,
    firstPerson: 900,
    fromDaysAgo: 430,
    untilDaysAgo: 400,
    titles: recited,
    category: (index) => (index % 5 < 3 ? 'long-video' : 'short-video'),
    isTeam: (index) => index % 9 === 4,
    isShown: (index) => index % 3 !== 0,
    films,
  })
  const judges = await plantJudges(cast, contestId)
  await plantRound(cast, { contestId, rules, judges, no: 1, entries, openedDaysAgo: 395, closedDaysAgo: 380 })
  const { caseId } = await proposeResult(actingAs(cast, cast.organiser, 378), { contestId })
  await act(actingAs(cast, cast.decider, 377), caseId, 'announce', {})
  const notice = await latestNotice(cast.ctx, caseId)
  await completeNotice(actingAs(cast, cast.decider, 362), notice!.id, caseId)
  await act(actingAs(cast, cast.decider, 361), caseId, 'publish', {})
  // Known since then, so that the figures of an earlier day tell of it.
  await sql`update contests.standing_result set recorded_at = published_at`.execute(cast.ctx.db)
}

async function essays(cast: DemoCast): Promise<void> {
  const { id: contestId } = await plantContest(cast, {
    title: '“我的劳动故事”职工征文',
    organisationId: cast.countyId,
    by: cast.county,
    template: 'essay',
    over: { description: '写身边的人和事，5000字以内。匿名评审，两位评委打分。' },
    entriesFrom: 12,
    entriesUntil: -18,
  })
  await plantEntries(cast, {
    contestId,
    count: 27,
    firstPerson: 40,
    fromDaysAgo: 12,
    untilDaysAgo: 0,
    titles: written,
    category: () => 'essay',
    isTeam: () => false,
    body: essayBody,
    adcode: '410402',
  })
}

const ridersUnion = ({ unions }: DemoCast) =>
  unions.find(({ newForm, adcode }) => newForm && adcode === '410402')!.id

const JUDGES = 10

/** Experts of the federation's own departments, which enter nothing themselves; the first is whom a visitor may become. */
async function plantJudges(cast: DemoCast, contest_id: string): Promise<DemoJudge[]> {
  const others = cast.people.slice(-(JUDGES - 1)).map(({ key, name }) => ({ person: key, name }))
  const judges = [cast.judge, ...others].map((one, index) => ({
    ...one,
    id: newId(),
    no: index + 1,
    leaning: (cast.random() - 0.5) * 4,
  }))
  await insertRows(
    cast.ctx,
    'contests.judge',
    judges.map(({ id, no, person, name }, index) => ({
      id,
      contest_id,
      no,
      person_bk: person.bk,
      person_id: person.id,
      name,
      unit_id: cast.departments[index % cast.departments.length]!,
      left_at: null,
      left_reason: null,
      added_at: daysBefore(cast, 430),
    })),
  )
  return judges.map(({ id, no, leaning }) => ({ id, no, leaning }))
}
