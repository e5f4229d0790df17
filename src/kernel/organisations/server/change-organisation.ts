import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import { conflict } from '#platform/failures.ts'
import type { organisations } from '../contract.ts'
import { lockOrganisation, tables, type Organisation } from './queries.ts'
import { requireCreditCode } from './require-credit-code.ts'
import { staleVersion } from './stale-version.ts'
import { writeHistory } from './write-history.ts'

export const editOrganisation: Handler<typeof organisations.editOrganisation> = async (ctx, input) => {
  await requireAt(ctx, 'organisations.edit', input.id)
  const current = await lockOrganisation(ctx, input.id, 'update')
  requireActive(current)
  if (current.version !== input.version) throw staleVersion(current, await lastMaker(ctx, current), input)
  return { version: (await change(ctx, current, input)).version }
}

type Change = {
  readonly name?: string | undefined
  readonly adcode?: string | undefined
  /** Left out: unchanged. */
  readonly creditCode?: string | null | undefined
}

/**
 * Changes what an organisation is called, where it lies or its code, as something that was decided elsewhere: no
 * version is compared. The caller has checked who may. Throws `already-dissolved`, `credit-code`, `not-found`.
 */
export async function changeOrganisation(ctx: Context, id: string, wish: Change): Promise<Organisation> {
  const current = await lockOrganisation(ctx, id, 'update')
  requireActive(current)
  return change(ctx, current, wish)
}

function change(ctx: Context, current: Organisation, wish: Change): Promise<Organisation> {
  const creditCode = wish.creditCode === undefined ? current.creditCode : wish.creditCode
  if (creditCode !== null) requireCreditCode(creditCode, current.kind)
  const { name = current.name, adcode = current.adcode } = wish
  return save(ctx, { ...current, name, adcode, creditCode })
}

export const dissolveOrganisationHandler: Handler<typeof organisations.dissolveOrganisation> = async (
  ctx,
  input,
) => {
  await requireAt(ctx, 'organisations.edit', input.id)
  // Held for update: a child that is being founded holds its parent for share, so one of the two waits.
  const current = await lockOrganisation(ctx, input.id, 'update')
  requireActive(current)
  if (current.version !== input.version) throw staleVersion(current, await lastMaker(ctx, current))
  ctx.auditNote.reason = input.reason
  return { version: (await dissolve(ctx, current)).version }
}

/**
 * Dissolves an organisation below which no active one stands. The caller has checked who may, and seen to what hangs
 * on it. Throws `already-dissolved`, `active-below`, `root-stays`, `not-found`.
 */
export async function dissolveOrganisation(ctx: Context, id: string): Promise<Organisation> {
  const current = await lockOrganisation(ctx, id, 'update')
  requireActive(current)
  return dissolve(ctx, current)
}

async function dissolve(ctx: Context, current: Organisation): Promise<Organisation> {
  if (current.parentId === null) throw rootStays()
  await requireNoActiveBelow(ctx, current)
  return save(ctx, { ...current, state: 'dissolved' })
}

/** Writes the row and its dated line; whoever moves it writes path and parent of all below besides. */
export async function save(ctx: Context, changed: Organisation): Promise<Organisation> {
  const next = { ...changed, version: changed.version + 1 }
  await tables(ctx)
    .updateTable('organisations.organisation')
    .set({
      name: next.name,
      adcode: next.adcode,
      credit_code: next.creditCode,
      state: next.state,
      parent_id: next.parentId,
      version: next.version,
    })
    .where('id', '=', next.id)
    .execute()
  await writeHistory(ctx, next, cityDay(ctx.now))
  ctx.auditNote.organisationId ??= next.id
  ctx.auditNote.subjects = [...(ctx.auditNote.subjects ?? []), `organisation:${next.id}`]
  return next
}

async function lastMaker(ctx: Context, organisation: Organisation): Promise<string> {
  const row = await tables(ctx)
    .selectFrom('organisations.organisation_history')
    .select('made_by')
    .where('organisation_id', '=', organisation.id)
    .where('version', '=', organisation.version)
    .executeTakeFirstOrThrow()
  return row.made_by
}

async function requireNoActiveBelow(ctx: Context, organisation: Organisation): Promise<void> {
  const { active } = await tables(ctx)
    .selectFrom('organisations.organisation')
    .select((select) => select.fn.countAll<number>().as('active'))
    .where('parent_id', '=', organisation.id)
    .where('state', '=', 'active')
    .executeTakeFirstOrThrow()
  if (active === 0) return
  throw conflict('active-below', {
    zh: `“${organisation.name}”之下还有${active}个未撤销的组织，请先处理它们。`,
    en: `${active} active organisations stand below “${organisation.name}”; settle them first.`,
  })
}

export function requireActive(organisation: Organisation): void {
  if (organisation.state === 'active') return
  throw conflict('already-dissolved', {
    zh: `“${organisation.name}”已撤销，不再修改。`,
    en: `“${organisation.name}” is dissolved and no longer changes.`,
  })
}

const rootStays = () =>
  conflict('root-stays', { zh: '市总工会不能撤销。', en: 'The city federation cannot be dissolved.' })
