import { madeBy } from '#kernel/organisations/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { UnionForm } from '../../rules/founding/facts.ts'
import type { UnionTrade } from '../../shapes-unions.ts'
import { tables } from './tables.ts'

export type Profile = {
  readonly form: UnionForm
  readonly newForm: boolean
  readonly trade: UnionTrade | null
  readonly foundedOn: string
  readonly workers: number | null
  readonly women: 'committee' | 'commissioner' | null
}

/** The first face of a union, and its first dated line, valid from the founding. */
export async function insertProfile(ctx: Context, organisationId: string, profile: Profile): Promise<void> {
  await tables(ctx)
    .insertInto('membership.union_profile')
    .values({ organisation_id: organisationId, ...columnsOf(profile) })
    .execute()
  await writeLine(ctx, organisationId, 1, profile, profile.foundedOn)
}

/** A changed face, valid from today: figures of earlier days stay what they were. */
export async function updateProfile(
  ctx: Context,
  organisationId: string,
  version: number,
  profile: Profile,
): Promise<void> {
  await tables(ctx)
    .updateTable('membership.union_profile')
    .set({ ...columnsOf(profile), version })
    .where('organisation_id', '=', organisationId)
    .execute()
  await writeLine(ctx, organisationId, version, profile, cityDay(ctx.now))
}

const columnsOf = ({ form, newForm, trade, foundedOn, workers, women }: Profile) => ({
  form,
  new_form: newForm,
  trade,
  founded_on: foundedOn,
  workers,
  women_body: women,
})

async function writeLine(
  ctx: Context,
  organisationId: string,
  version: number,
  { form, newForm, trade, foundedOn }: Profile,
  validFrom: string,
): Promise<void> {
  await tables(ctx)
    .insertInto('membership.union_profile_history')
    .values({
      organisation_id: organisationId,
      version,
      valid_from: validFrom,
      form,
      new_form: newForm,
      trade,
      founded_on: foundedOn,
      made_by: madeBy(ctx),
    })
    .execute()
}
