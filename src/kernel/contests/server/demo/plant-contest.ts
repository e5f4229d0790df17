import { cityDay, momentAt } from '#platform/city-time.ts'
import { newId } from '#platform/ids.ts'
import type { Context } from '#platform/context.ts'
import { insertRows } from '../insert-rows.ts'
import { withUsualDays } from '../../rules/round-days.ts'
import { templates } from '../../rules/templates.ts'
import type { ContestRules } from '../../shapes.ts'
import { daysBefore, type DemoCast } from './cast.ts'

type Wish = {
  readonly title: string
  readonly organisationId: string
  readonly by: Extract<Context['actor'], { kind: 'account' }>
  readonly template: ContestRules['template']
  readonly over?: Partial<Omit<ContestRules, 'entriesFrom' | 'entriesUntil'>>
  /** Negative: in days to come. */
  readonly entriesFrom: number
  readonly entriesUntil: number
  /** When each round is judged, from and until so many days ago; two weeks each where it is left out. */
  readonly judged?: readonly (readonly [from: number, until: number])[]
  readonly isDraft?: boolean
}

/** A contest as an officer made and opened it two days before entries began. */
export async function plantContest(cast: DemoCast, wish: Wish): Promise<{ id: string; rules: ContestRules }> {
  const id = newId()
  const at = daysBefore(cast, wish.entriesFrom + 2)
  const pattern = { ...templates[wish.template], ...wish.over }
  const dayAgo = (days: number) => cityDay(daysBefore(cast, days))
  const momentAgo = (days: number, time: string) => new Date(momentAt(dayAgo(days), time)).toISOString()
  const entriesUntil = momentAgo(wish.entriesUntil, '18:00')
  const rules: ContestRules = {
    ...pattern,
    entriesFrom: momentAgo(wish.entriesFrom, '00:00'),
    entriesUntil,
    rounds:
      wish.judged === undefined
        ? withUsualDays(entriesUntil, pattern.rounds)
        : pattern.rounds.map((round, index) => {
            const [from, until] = wish.judged![index]!
            return { ...round, judging: { from: dayAgo(from), until: dayAgo(until) } }
          }),
  }
  const text = JSON.stringify(rules)
  const opened = wish.isDraft === true ? null : at
  await insertRows(cast.ctx, 'contests.contest', [
    {
      id,
      organisation_id: wish.organisationId,
      title: wish.title,
      state: opened === null ? 'draft' : 'open',
      rules: text,
      entries_from: new Date(rules.entriesFrom),
      entries_until: new Date(rules.entriesUntil),
      version: opened === null ? 1 : 2,
      made_by: wish.by.name,
      made_by_bk: wish.by.person!.bk,
      made_by_id: wish.by.person!.id,
      created_at: opened ?? daysBefore(cast, 1),
      opened_at: opened,
    },
  ])
  if (opened !== null)
    await insertRows(cast.ctx, 'contests.amendment', [
      { contest_id: id, no: 0, rules: text, reason: '发布', made_by: wish.by.name, at },
    ])
  return { id, rules }
}
