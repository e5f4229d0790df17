import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import { conflict } from '#platform/failures.ts'
import type { organisations } from '../contract.ts'
import { lockOrganisation, tables, type Organisation } from './queries.ts'
import { cityDay } from './rules/city-day.ts'
import { requireCreditCode } from './require-credit-code.ts'
import { staleVersion } from './stale-version.ts'
import { writeHistory } from './write-history.ts'

export const editOrganisation: Handler<typeof organisations.editOrganisation> = async (ctx, input) => {
  await requireAt(ctx, 'organisations.edit', input.id)
  const current = await lockOrganisation(ctx, input.id, 'update')
  requireActive(current)
  if (current.version !== input.version) throw staleVersion(current, await lastMaker(ctx, current), input)
  const creditCode = input.creditCode === undefined ? current.creditCode : input.creditCode
  if (creditCode !== null) requireCreditCode(creditCode, current.kind)
  return save(ctx, { ...current, name: input.name, adcode: input.adcode, creditCode })
}

export const dissolveOrganisation: Handler<typeof organisations.dissolveOrganisation> = async (
  ctx,
  input,
) => {
  await requireAt(ctx, 'organisations.edit', input.id)
  // Held for update: a child that is being founded holds its parent for share, so one of the two waits.
  const current = await lockOrganisation(ctx, input.id, 'update')
  requireActive(current)
  if (current.version !== input.version) throw staleVersion(current, await lastMaker(ctx, current))
  if (current.parentId === null) throw rootStays()
  await requireNoActiveBelow(ctx, current)
  ctx.auditNote.reason = input.reason
  return save(ctx, { ...current, state: 'dissolved' })
}

async function save(ctx: Context, changed: Organisation): Promise<{ version: number }> {
  const next = { ...changed, version: changed.version + 1 }
  await tables(ctx)
    .updateTable('organisations.organisation')
    .set({
      name: next.name,
      adcode: next.adcode,
      credit_code: next.creditCode,
      state: next.state,
      version: next.version,
    })
    .where('id', '=', next.id)
    .execute()
  await writeHistory(ctx, next, cityDay(ctx.now))
  ctx.auditNote.organisationId = next.id
  ctx.auditNote.subjects = [`organisation:${next.id}`]
  return { version: next.version }
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

function requireActive(organisation: Organisation): void {
  if (organisation.state === 'active') return
  throw conflict('already-dissolved', {
    zh: `“${organisation.name}”已撤销，不再修改。`,
    en: `“${organisation.name}” is dissolved and no longer changes.`,
  })
}

const rootStays = () =>
  conflict('root-stays', { zh: '市总工会不能撤销。', en: 'The city federation cannot be dissolved.' })
