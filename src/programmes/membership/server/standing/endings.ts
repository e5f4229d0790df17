import { sql } from 'kysely'
import { activeMembership, admit, leave, membershipsOf } from '#kernel/memberships/index.ts'
import { caseStates, subjectIdOf, type Procedure, type ReviewedProcedure } from '#kernel/review/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { isPerson } from '../is-person.ts'
import { tables, type EndingState } from '../members-tables.ts'
import { endTransfer } from '../transfers/steps.ts'
import { lockTransfer, newestTransferOf } from '../transfers/transfers.ts'
import { endingSubject, expulsionProcedure, leavingProcedure } from './procedures.ts'

const procedures: Readonly<Record<'leaving' | 'expulsion', Procedure>> = {
  leaving: leavingProcedure,
  expulsion: expulsionProcedure,
}

/** What is under way to end a membership, or the last that was: for the member's page and the desk's. */
export async function newestEndingOf(ctx: Context, person: PersonKey) {
  const found = await tables(ctx)
    .selectFrom('membership.ending')
    .select(['id', 'kind', 'state', 'opened_at as openedAt'])
    .where(await isPerson(ctx, person))
    .orderBy(sql`state in ('asked', 'hearing', 'heard', 'appealed')`, 'desc')
    .orderBy('opened_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (found === undefined) return null
  const subject = endingSubject(found.id)
  const stands = (await caseStates(ctx, procedures[found.kind].id, [subject])).get(subject)
  return stands === undefined ? null : { ...found, caseId: stands.caseId }
}

export const reviewedLeaving: ReviewedProcedure = {
  procedure: leavingProcedure,
  onState: async (ctx, one, state) => {
    const id = subjectIdOf(one)
    if (state === 'left') await endMembership(ctx, await personOfEnding(ctx, id), 'left')
    await keepState(ctx, id, state as EndingState)
  },
}

export const reviewedExpulsion: ReviewedProcedure = {
  procedure: expulsionProcedure,
  onState: async (ctx, one, state) => {
    const id = subjectIdOf(one)
    const person = await personOfEnding(ctx, id)
    if (state === 'expelled') await endMembership(ctx, person, 'expelled')
    if (state === 'dropped') await bringBack(ctx, person, one.organisationId)
    await keepState(ctx, id, state as EndingState)
  },
}

/** Upheld on appeal, there is nothing left to end. */
async function endMembership(ctx: Context, person: PersonKey, how: 'left' | 'expelled'): Promise<void> {
  const current = await activeMembership(ctx, person)
  if (current === undefined && how === 'expelled') return
  if (current === undefined) throw noMember()
  const transfer = await newestTransferOf(ctx, person)
  if (transfer?.state === 'open') {
    const held = await lockTransfer(ctx, transfer.id)
    if (held.state === 'open') await endTransfer(ctx, held, 'cancelled')
  }
  await leave(ctx, { person, lastDay: cityDay(ctx.now), how })
}

/** An appeal that succeeds puts the member back on the roll they were struck from, from this day. */
async function bringBack(ctx: Context, person: PersonKey, organisationId: string): Promise<void> {
  const known = await membershipsOf(ctx, person)
  const last = known[0]
  if (last?.status !== 'expelled' || last.organisationId !== organisationId) return
  await admit(ctx, { person, organisationId, fromDay: cityDay(ctx.now), newForm: last.newForm })
}

async function personOfEnding(ctx: Context, id: string): Promise<PersonKey> {
  const row = await tables(ctx)
    .selectFrom('membership.ending')
    .select(['person_bk as bk', 'person_id as id'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row
}

async function keepState(ctx: Context, id: string, state: EndingState): Promise<void> {
  await tables(ctx).updateTable('membership.ending').set({ state }).where('id', '=', id).execute()
}

export const endingOpen = () =>
  conflict('ending-open', {
    zh: '退会或除名正在办理。',
    en: 'An end of this membership is under way already.',
  })

export const noMember = () =>
  conflict('no-member', { zh: '此人现在没有会籍。', en: 'This person is no member now.' })
