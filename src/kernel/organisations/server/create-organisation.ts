import type { z } from 'zod'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { OrganisationKind, organisations } from '../contract.ts'
import { lockOrganisation, tables, type Organisation } from './queries.ts'
import { requireCreditCode } from './require-credit-code.ts'
import { childPath } from './rules/tree.ts'
import { mayStandBelow } from '../kinds.ts'
import { writeHistory } from './write-history.ts'

export type NewOrganisation = {
  readonly parentId: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly adcode: string
  readonly creditCode?: string | null
  /** The day of the founding paper; today where none is given. */
  readonly validFrom?: string | undefined
}

/**
 * Makes an organisation below an active one and answers it. The caller has checked who may. Throws
 * `parent-dissolved`, `kind-not-below`, `credit-code`, `day-to-come`; a code in use is refused by the database.
 */
export async function createOrganisation(ctx: Context, wish: NewOrganisation): Promise<Organisation> {
  // Held, so that nobody dissolves the parent under the new child.
  const parent = await lockOrganisation(ctx, wish.parentId, 'share')
  const today = cityDay(ctx.now)
  const validFrom = wish.validFrom ?? today
  requireMayStand(parent, wish.kind)
  if (validFrom > today) throw dayToCome()
  if (wish.creditCode != null) requireCreditCode(wish.creditCode, wish.kind)
  const id = newId(ctx.now.getTime())
  const { kind, name, adcode } = wish
  const creditCode = wish.creditCode ?? null
  const path = childPath(parent.path, id)
  await tables(ctx)
    .insertInto('organisations.organisation')
    .values({ id, path, parent_id: parent.id, kind, name, adcode, credit_code: creditCode, state: 'active' })
    .execute()
  const made = {
    id,
    parentId: parent.id,
    kind,
    name,
    adcode,
    creditCode,
    state: 'active',
    version: 1,
    path,
  } as const
  await writeHistory(ctx, made, validFrom)
  return made
}

function requireMayStand(parent: Organisation, kind: OrganisationKind): void {
  if (parent.state === 'dissolved') {
    throw conflict('parent-dissolved', {
      zh: `“${parent.name}”已撤销，不能在其下新建组织。`,
      en: `“${parent.name}” is dissolved; nothing can be founded below it.`,
    })
  }
  if (!mayStandBelow(kind, parent.kind)) {
    throw invalid('kind-not-below', {
      field: 'kind',
      reason: {
        zh: `这类组织不能设在“${parent.name}”之下。`,
        en: `An organisation of this kind cannot stand below “${parent.name}”.`,
      },
    })
  }
}

const dayToCome = () =>
  invalid('day-to-come', {
    field: 'validFrom',
    reason: { zh: '成立日期不能晚于今天。', en: 'The founding day cannot lie in the future.' },
  })

export const createOrganisationHandler: Handler<typeof organisations.createOrganisation> = async (
  ctx,
  input: z.output<typeof organisations.createOrganisation.input>,
) => {
  await requireAt(ctx, 'organisations.edit', input.parentId)
  const made = await createOrganisation(ctx, input)
  ctx.auditNote.organisationId = made.id
  ctx.auditNote.subjects = [`organisation:${made.id}`]
  return { id: made.id }
}
