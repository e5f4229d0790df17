import { sql } from 'kysely'
import { organisationNames } from '#kernel/organisations/index.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import { shortNumber } from '../../rules/short-number.ts'
import { isPerson } from '../is-person.ts'
import { tables } from '../members-tables.ts'

const columns = [
  'id',
  'person_bk as personBk',
  'person_id as personId',
  'from_organisation_id as fromOrganisationId',
  'to_organisation_id as toOrganisationId',
  'to_city as toCity',
  'new_form as newForm',
  'asked_by as askedBy',
  'state',
  'asked_at as askedAt',
  'released_at as releasedAt',
  'accepted_at as acceptedAt',
  'ended_at as endedAt',
  'last_day as lastDay',
  'certificate_no as certificateNo',
] as const

export type Transfer = NonNullable<Awaited<ReturnType<typeof findTransfer>>>

export const selectTransfers = (ctx: Context) => tables(ctx).selectFrom('membership.transfer').select(columns)

export const findTransfer = (ctx: Context, id: string) =>
  selectTransfers(ctx).where('id', '=', id).executeTakeFirst()

/**
 * Holds a transfer until the transaction ends. Every step takes it before it takes one of the two cases, so that two
 * sides who say yes at once follow one another and never wait in a circle.
 */
export async function lockTransfer(ctx: Context, id: string): Promise<Transfer> {
  const found = await selectTransfers(ctx).where('id', '=', id).forUpdate().executeTakeFirst()
  if (found === undefined) throw noSuchTransfer()
  return found
}

/** Of a person, on any of the rows that are the person; the open one first, then the newest. */
export async function newestTransferOf(ctx: Context, person: PersonKey): Promise<Transfer | undefined> {
  return selectTransfers(ctx)
    .where(await isPerson(ctx, person))
    .orderBy(sql`state = 'open'`, 'desc')
    .orderBy('asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export const personOfTransfer = ({ personBk, personId }: Transfer): PersonKey => ({
  bk: personBk,
  id: personId,
})

/** What both faces show of transfers, in the order given. */
export async function transferFacts(ctx: Context, transfers: readonly Transfer[]) {
  const names = await organisationNames(
    ctx,
    transfers.flatMap(({ fromOrganisationId, toOrganisationId }) =>
      toOrganisationId === null ? [fromOrganisationId] : [fromOrganisationId, toOrganisationId],
    ),
  )
  return transfers.map((transfer) => ({
    id: transfer.id,
    number: shortNumber(transfer.id),
    state: transfer.state,
    fromOrganisationId: transfer.fromOrganisationId,
    fromName: names.get(transfer.fromOrganisationId) ?? '',
    toOrganisationId: transfer.toOrganisationId,
    toName: transfer.toCity ?? names.get(transfer.toOrganisationId ?? '') ?? '',
    isElsewhere: transfer.toCity !== null,
    askedAt: transfer.askedAt,
    endedAt: transfer.endedAt,
    released: transfer.releasedAt !== null,
    accepted: transfer.acceptedAt !== null,
    certificateNo: transfer.certificateNo,
  }))
}

export const noSuchTransfer = () => notFound({ zh: '会籍转移', en: 'transfer' })
