import type { Context } from '#platform/context.ts'
import { tables } from '../tables.ts'
import type { AnswerKind, EventKind } from '../words.ts'

/** A reporter is not named: complaints keep who made them confidential. */
export type EventBy =
  | { readonly kind: 'reporter' }
  | { readonly kind: 'keeper' | 'officer'; readonly name: string }

export type NewEvent = {
  readonly reportId: string
  /** One more than the last; two at once meet in `report_event_pkey`, and the second is told. */
  readonly no: number
  readonly kind: EventKind
  readonly answer?: AnswerKind
  readonly words: string
  readonly by: EventBy
  /** Now, where none is named. */
  readonly at?: Date
}

export async function addEvent(ctx: Context, event: NewEvent): Promise<void> {
  const { by } = event
  const person = by.kind !== 'reporter' && ctx.actor.kind === 'account' ? ctx.actor.person : null
  await tables(ctx)
    .insertInto('stations.report_event')
    .values({
      report_id: event.reportId,
      no: event.no,
      kind: event.kind,
      answer: event.answer ?? null,
      words: event.words,
      at: event.at ?? ctx.now,
      by_kind: by.kind,
      by_name: by.kind === 'reporter' ? '' : by.name,
      by_bk: person?.bk ?? null,
      by_id: person?.id ?? null,
    })
    .execute()
}
