import { newId } from '#platform/ids.ts'
import type { Context } from '#platform/context.ts'
import { insertRows } from '../insert-rows.ts'
import { templates } from '../../rules/templates.ts'
import type { ContestRules } from '../../shapes.ts'
import { daysBefore, type DemoCast } from './cast.ts'

type Wish = {
  readonly title: string
  readonly organisationId: string
  readonly by: Extract<Context['actor'], { kind: 'account' }>
  readonly template: ContestRules['template']
  readonly over?: Partial<ContestRules>
  /** Negative: in days to come. */
  readonly entriesFrom: number
  readonly entriesUntil: number
  readonly isDraft?: boolean
}

/** A contest as an officer made and opened it two days before entries began. */
export async function plantContest(cast: DemoCast, wish: Wish): Promise<{ id: string; rules: ContestRules }> {
  const id = newId()
  const at = daysBefore(cast, wish.entriesFrom + 2)
  const rules: ContestRules = {
    ...templates[wish.template],
    entriesFrom: daysBefore(cast, wish.entriesFrom).toISOString(),
    entriesUntil: daysBefore(cast, wish.entriesUntil).toISOString(),
    ...wish.over,
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
