import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import { callersPhoneIndex } from '#kernel/access/index.ts'
import { findCase, mayRead, subjectIdOf, type ReviewCase } from '#kernel/review/index.ts'
import type { ApplicationDraft, ApplicationPhoto } from '../tables-becoming.ts'
import { tables } from '../tables.ts'

/** An application with its latest version. */
export type Application = {
  readonly id: string
  readonly organisationId: string
  readonly applicantAccount: string
  readonly caseId: string
  readonly appliedAt: Date
  readonly no: number
  readonly draft: ApplicationDraft
  readonly confirmed: string[]
  readonly keeperName: string
  readonly keeperPhoneIndex: Buffer
  readonly keeperPhoneSealed: Buffer
  readonly photos: ApplicationPhoto[]
  readonly submittedAt: Date
  readonly agreedAt: Date | null
  readonly stationCode: string | null
}

/** Applications with their latest version, to be narrowed, ordered and limited. */
export const applicationsOf = (ctx: Context) =>
  tables(ctx)
    .selectFrom('stations.application as application')
    .innerJoin('stations.application_version as version', (join) =>
      join.onRef('version.application_id', '=', 'application.id').on('version.no', '=', (select) =>
        select
          .selectFrom('stations.application_version as newest')
          .select((each) => each.fn.max('newest.no').as('no'))
          .whereRef('newest.application_id', '=', 'application.id'),
      ),
    )
    .leftJoin('stations.application_keeper as keeper', (join) =>
      join
        .onRef('keeper.application_id', '=', 'version.application_id')
        .onRef('keeper.no', '=', 'version.no'),
    )
    .leftJoin('stations.application_grant as granted', 'granted.application_id', 'application.id')
    .leftJoin('stations.station as station', 'station.id', 'granted.station_id')

export const applicationColumns = [
  'application.id',
  'application.organisation_id as organisationId',
  'application.applicant_account as applicantAccount',
  'application.case_id as caseId',
  'application.applied_at as appliedAt',
  'version.no',
  'version.draft',
  'version.confirmed',
  'version.keeper_name as keeperName',
  'version.keeper_phone_index as keeperPhoneIndex',
  'version.keeper_phone_sealed as keeperPhoneSealed',
  'version.photos',
  'version.submitted_at as submittedAt',
  'keeper.agreed_at as agreedAt',
  'station.code as stationCode',
] as const

/** The application and its case; `not-found` for whoever may not read it. */
export async function getApplicationFor(
  ctx: Context,
  id: string,
): Promise<{ application: Application; reviewCase: ReviewCase }> {
  const application = await findApplication(ctx, id)
  const reviewCase = application && (await findCase(ctx, application.caseId))
  if (application === undefined || reviewCase === undefined || !(await mayRead(ctx, reviewCase)))
    throw noSuchApplication()
  return { application, reviewCase }
}

export const findApplication = (ctx: Context, id: string): Promise<Application | undefined> =>
  applicationsOf(ctx).select(applicationColumns).where('application.id', '=', id).executeTakeFirst()

/** The caller signed in by the phone that the application names as its keeper's. */
export async function isNamedKeeper(ctx: Context, { keeperPhoneIndex }: Application): Promise<boolean> {
  const own = await callersPhoneIndex(ctx)
  return own !== undefined && own.equals(keeperPhoneIndex)
}

export const isApplicant = (ctx: Context, { applicantAccount }: Application): boolean =>
  ctx.actor.kind === 'account' && ctx.actor.accountId === applicantAccount

/** While the case waits for the keeper's own yes, they may read it and answer. */
export async function isKeeperOfApplication(ctx: Context, one: ReviewCase): Promise<boolean> {
  const application = await findApplication(ctx, subjectIdOf(one))
  return application !== undefined && (await isNamedKeeper(ctx, application))
}

const noSuchApplication = () => notFound({ zh: '设站申请', en: 'application' })
