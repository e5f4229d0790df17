import { act, openCase } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import { applicationProcedure } from '../becoming/application-procedure.ts'
import { insertVersion } from '../becoming/application-version.ts'
import type { ApplicationDraft, ApplicationPhoto } from '../tables-becoming.ts'
import { tables } from '../tables.ts'
import type { StoryMove } from './application-stories.ts'
import { accountOf, type DemoOfficials } from './demo-officials.ts'

const DAY_MS = 86_400_000

export type Applied = {
  readonly id: string
  readonly caseId: string
  readonly applicant: Context['actor']
  readonly keeperName: string
}

type NewApplication = {
  readonly applicant: Context['actor']
  readonly organisationId: string
  readonly appliedAt: Date
  readonly keeper: { readonly name: string; readonly phone: string }
  readonly draft: ApplicationDraft
  readonly photos: ApplicationPhoto[]
}

/** Sends an application in, as of its day and by whoever applied. */
export async function apply(
  ctx: Context,
  { applicant, organisationId, appliedAt, keeper, draft, photos }: NewApplication,
): Promise<Applied> {
  const at = { ...ctx, actor: applicant, now: appliedAt }
  const id = newId(appliedAt.getTime())
  const { id: caseId } = await openCase(at, applicationProcedure, {
    subject: `stations.application:${id}`,
    organisationId,
    summary: `${draft.name}（${draft.hostUnit}）`,
    href: `/staff/stations/applications/${id}`,
    applicantHref: `/stations/applications/${id}`,
  })
  const { accountId, person } = accountOf(applicant)
  await tables(ctx)
    .insertInto('stations.application')
    .values({
      id,
      organisation_id: organisationId,
      applicant_account: accountId,
      applicant_bk: person?.bk ?? null,
      applicant_id: person?.id ?? null,
      case_id: caseId,
      applied_at: appliedAt,
    })
    .execute()
  await insertVersion(
    at,
    { applicationId: id, no: 1, organisationId },
    { draft, keeper, photos: [], confirmed: [] },
    photos,
  )
  return { id, caseId, applicant, keeperName: keeper.name }
}

/** Each move by whoever makes it: the keeper's yes, the applicant's own, the county's, the city's. */
export async function move(
  ctx: Context,
  { county, city }: DemoOfficials,
  { id, caseId, applicant, keeperName }: Applied,
  { move: made, daysAgo, reason, note }: StoryMove,
): Promise<void> {
  const now = ago(ctx, daysAgo)
  const actors: Readonly<Record<string, Context['actor']>> = {
    agree: { ...accountOf(applicant), name: keeperName },
    'take-back': applicant,
    refuse: city.context.actor,
  }
  const actor = actors[made] ?? county.context.actor
  await act({ ...county.context, actor, now }, caseId, made, { reason, note })
  if (made !== 'agree') return
  await tables(ctx)
    .insertInto('stations.application_keeper')
    .values({ application_id: id, no: 1, account_id: accountOf(applicant).accountId, agreed_at: now })
    .execute()
}

export const ago = ({ now }: Context, daysAgo: number) => new Date(now.getTime() - daysAgo * DAY_MS)
