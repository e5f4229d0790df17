import { sql } from 'kysely'
import { requirePerson } from '#kernel/access/index.ts'
import { activeMembership } from '#kernel/memberships/index.ts'
import { maskedDocuments, maskName, personKeyText, personNames } from '#kernel/people/index.ts'
import { caseStates, type CaseState } from '#kernel/review/index.ts'
import { holdsAt, reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { asWaiting } from '../waiting.ts'
import { acceptanceProcedure, releaseProcedure, transferSubject } from './procedures.ts'
import {
  findTransfer,
  newestTransferOf,
  noSuchTransfer,
  personOfTransfer,
  selectTransfers,
  transferFacts,
  type Transfer,
} from './transfers.ts'

type Sides = { readonly release?: CaseState | undefined; readonly acceptance?: CaseState | undefined }

async function sidesOf(ctx: Context, ids: readonly string[]): Promise<Map<string, Sides>> {
  const subjects = ids.map(transferSubject)
  const releases = await caseStates(ctx, releaseProcedure.id, subjects)
  const acceptances = await caseStates(ctx, acceptanceProcedure.id, subjects)
  return new Map(
    ids.map((id) => [
      id,
      { release: releases.get(transferSubject(id)), acceptance: acceptances.get(transferSubject(id)) },
    ]),
  )
}

/** The status line that members elsewhere miss: who has it, since when, until when, and whether it rose. */
export const myTransfer: Handler<typeof membership.myTransfer> = async (ctx) => {
  const transfer = await newestTransferOf(ctx, requirePerson(ctx))
  if (transfer === undefined) return { transfer: null }
  const [facts] = await transferFacts(ctx, [transfer])
  const { release, acceptance } = (await sidesOf(ctx, [transfer.id])).get(transfer.id)!
  const refusal = [release, acceptance].find((side) => side?.state === 'held' || side?.state === 'refused')
  return {
    transfer: {
      ...facts!,
      release: release === undefined ? null : asWaiting(release, facts!.fromName),
      acceptance: acceptance === undefined ? null : asWaiting(acceptance, facts!.toName),
      reason: refusal?.reason ?? (release?.state === 'above' ? release.reason : null),
      mayCancel: transfer.state === 'open',
    },
  }
}

export const listTransfers: Handler<typeof membership.listTransfers> = async (ctx, input) => {
  const reach = reachOf(ctx, 'membership.read')
  const within = (column: 'from_organisation_id' | 'to_organisation_id') => sql<boolean>`exists (
    select from organisations.organisation o where o.id = ${sql.ref(column)} and o.path <@ any(${reach}::ltree[])
      and (${input.organisationId ?? null}::uuid is null or o.path <@
        (select path from organisations.organisation where id = ${input.organisationId ?? null}::uuid)))`
  const [out, into] = [within('from_organisation_id'), within('to_organisation_id')]
  const where =
    input.direction === 'out' ? out : input.direction === 'in' ? into : sql<boolean>`(${out} or ${into})`
  let found = selectTransfers(ctx).where(where)
  if (input.state !== undefined) found = found.where('state', '=', input.state)
  const { total } = await found
    .clearSelect()
    .select((e) => e.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const transfers = await found
    .orderBy(sql`state = 'open'`, 'desc')
    .orderBy('asked_at', 'desc')
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  return { rows: await asRows(ctx, transfers), total }
}

async function asRows(ctx: Context, transfers: readonly Transfer[]) {
  const facts = await transferFacts(ctx, transfers)
  const sides = await sidesOf(
    ctx,
    transfers.map(({ id }) => id),
  )
  const names = await personNames(ctx, transfers.map(personOfTransfer))
  const rows = []
  for (const [index, transfer] of transfers.entries()) {
    const person = personOfTransfer(transfer)
    rows.push({
      ...facts[index]!,
      person,
      maskedName: maskName(names.get(personKeyText(person)) ?? ''),
      mine: await mineOf(ctx, transfer, sides.get(transfer.id)!, facts[index]!),
    })
  }
  return rows
}

/** The side that waits for this caller. */
async function mineOf(
  ctx: Context,
  transfer: Transfer,
  { release, acceptance }: Sides,
  names: { readonly fromName: string; readonly toName: string },
) {
  const mayDecide = (unit: string | null) => (unit === null ? false : holdsAt(ctx, 'membership.admit', unit))
  if (release?.isOpen === true && (await mayDecide(transfer.fromOrganisationId)))
    return { side: 'release' as const, ...asWaiting(release, names.fromName) }
  if (acceptance?.isOpen === true && (await mayDecide(transfer.toOrganisationId)))
    return { side: 'acceptance' as const, ...asWaiting(acceptance, names.toName) }
  return null
}

export const getTransfer: Handler<typeof membership.getTransfer> = async (ctx, { id }) => {
  const transfer = await findTransfer(ctx, id)
  if (transfer === undefined) throw noSuchTransfer()
  const readsRelease = await holdsAt(ctx, 'membership.read', transfer.fromOrganisationId)
  const readsAcceptance =
    transfer.toOrganisationId !== null && (await holdsAt(ctx, 'membership.read', transfer.toOrganisationId))
  if (!readsRelease && !readsAcceptance) throw noSuchTransfer()
  const [facts] = await transferFacts(ctx, [transfer])
  const { release, acceptance } = (await sidesOf(ctx, [id])).get(id)!
  const person = personOfTransfer(transfer)
  const key = personKeyText(person)
  return {
    ...facts!,
    person,
    maskedName: maskName((await personNames(ctx, [person])).get(key) ?? ''),
    maskedDocument: (await maskedDocuments(ctx, [person])).get(key) ?? null,
    memberSince: (await activeMembership(ctx, person))?.fromDay ?? null,
    release: release === undefined ? null : asWaiting(release, facts!.fromName),
    acceptance: acceptance === undefined ? null : asWaiting(acceptance, facts!.toName),
    readsRelease,
    readsAcceptance,
  }
}
