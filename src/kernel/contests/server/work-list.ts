import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import { cityDay, endOfDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { WorkItem } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'

type Step = 'open-round' | 'close-round' | 'late-round' | 'propose'
type Waiting = {
  id: string
  title: string
  step: Step
  since: Date
  /** The last day of judging that the rules name. */
  until: string | null
  organisationName: string
}

const words: Readonly<Record<Step, (title: string) => Text>> = {
  'open-round': (title) => ({
    zh: `${title}：可以开始下一轮评审`,
    en: `${title}: the next round can begin`,
  }),
  'close-round': (title) => ({
    zh: `${title}：评分已交齐，可以截止开封`,
    en: `${title}: all scores are in; the round can close`,
  }),
  'late-round': (title) => ({
    zh: `${title}：评审日期已过，评分还没有交齐`,
    en: `${title}: the days of judging are over and scores are missing`,
  }),
  propose: (title) => ({
    zh: `${title}：裁定并列，提出结果送审公示`,
    en: `${title}: decide ties and hand in the result`,
  }),
}

const ITEMS_MAX = 50

/** What an organiser may do next with a contest, and what a judge still has to score. */
export async function workList(ctx: Context): Promise<readonly WorkItem[]> {
  return [...(await organisersWork(ctx)), ...(await judgesWork(ctx))]
}

async function organisersWork(ctx: Context): Promise<WorkItem[]> {
  const reach = reachOf(ctx, 'contests.run')
  if (reach.length === 0) return []
  const today = cityDay(ctx.now)
  const { rows } = await sql<Waiting>`
    select contest.id, contest.title, organisation.name as "organisationName",
      case when last.state = 'judging' and last.missing then 'late-round'
        when last.state = 'judging' then 'close-round'
        when coalesce(last.no, 0) < jsonb_array_length(contest.rules -> 'rounds') then 'open-round' else 'propose' end as step,
      coalesce(last.closed_at, last.opened_at, contest.entries_until) as since,
      case when last.state = 'judging' then last.until end as until
    from contests.contest contest
      join organisations.organisation organisation on organisation.id = contest.organisation_id
      left join lateral (
        select round.id, round.no, round.state, round.opened_at, round.closed_at,
          contest.rules #>> array['rounds', (round.no - 1)::text, 'judging', 'until'] as until,
          exists (select from contests.assignment task left join contests.sheet sheet on sheet.assignment_id = task.id
            where task.round_id = round.id and task.ended_at is null and sheet.assignment_id is null) as missing
        from contests.round round where round.contest_id = contest.id order by round.no desc limit 1) last on true
    where contest.state = 'open' and contest.entries_until < ${ctx.now}
      and organisation.path <@ any(${[...reach]}::ltree[])
      and exists (select from contests.entry where contest_id = contest.id and state = 'submitted')
      and case when last.state = 'judging' then not last.missing or last.until::date < ${today}::date
        else coalesce((contest.rules #>> array['rounds', coalesce(last.no, 0)::text, 'judging', 'from'])::date <= ${today}::date, true)
        end
      and not exists (select from contests.result result where result.contest_id = contest.id)
    order by since limit ${ITEMS_MAX}`.execute(ctx.db)
  return rows.map(({ id, title, step, since, until, organisationName }) => ({
    kind: `contests.${step}`,
    title: words[step](title),
    href: `/staff/contests/${id}`,
    since,
    ...(until !== null && { dueAt: endOfDay(until) }),
    organisationName,
  }))
}

async function judgesWork(ctx: Context): Promise<WorkItem[]> {
  if (ctx.actor.kind !== 'account' || ctx.actor.person === null) return []
  const { rows } = await sql<{ title: string; left: number; since: Date; until: string | null }>`
    select contest.title, count(*)::int as left, max(round.opened_at) as since,
      min(contest.rules #>> array['rounds', (round.no - 1)::text, 'judging', 'until']) as until
    from contests.judge judge
      join contests.contest contest on contest.id = judge.contest_id
      join contests.assignment task on task.judge_id = judge.id and task.ended_at is null
      join contests.round round on round.id = task.round_id and round.state = 'judging'
      left join contests.sheet sheet on sheet.assignment_id = task.id
    where judge.person_bk = ${ctx.actor.person.bk} and judge.person_id = ${ctx.actor.person.id}
      and judge.left_at is null and sheet.assignment_id is null
    group by contest.id, contest.title order by since limit ${ITEMS_MAX}`.execute(ctx.db)
  return rows.map(({ title, left, since, until }) => ({
    kind: 'contests.judging',
    title: { zh: `${title}：还有${left}件作品待评`, en: `${title}: ${left} entries to score` },
    href: '/contests/judging',
    since,
    ...(until !== null && { dueAt: endOfDay(until) }),
  }))
}
