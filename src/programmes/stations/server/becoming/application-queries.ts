import { sql } from 'kysely'
import { callersPhoneIndex } from '#kernel/access/index.ts'
import { caseStates, type ReviewCase } from '#kernel/review/index.ts'
import { holdsAt, reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { z } from 'zod'
import type { stations } from '../../contract.ts'
import type { applicationState } from '../../shapes-becoming.ts'
import { locate } from '../../rules/coordinates.ts'
import { containing } from '../containing.ts'
import { maskedPhone, openPhone } from '../keeping/appoint-keeper.ts'
import { stationsWithin } from '../keeping/judge-draft.ts'
import { shownPhoto } from '../station-photos.ts'
import { applicationProcedure } from './application-procedure.ts'
import {
  applicationColumns,
  applicationsOf,
  getApplicationFor,
  isApplicant,
  isNamedKeeper,
  type Application,
} from './find-application.ts'

type State = z.output<typeof applicationState>
type Row = Application & { readonly organisationName: string }

const listed = (ctx: Context) =>
  applicationsOf(ctx)
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'application.organisation_id')
    .select(applicationColumns)
    .select('organisation.name as organisationName')
    .orderBy('application.applied_at', 'desc')
    .orderBy('application.id')

export const listApplications: Handler<typeof stations.listApplications> = async (ctx, input) => {
  const found = listed(ctx)
    .where(sql<boolean>`organisation.path <@ any(${reachOf(ctx, 'stations.read')}::ltree[])`)
    .$if(input.search !== undefined && input.search !== '', (query) =>
      query.where(
        sql<boolean>`(version.draft ->> 'name' || ' ' || (version.draft ->> 'hostUnit')) ilike ${containing(input.search!)}`,
      ),
    )
  const rows = await found
    .limit(input.pageSize)
    .offset((input.page - 1) * input.pageSize)
    .execute()
  const { total } = await found
    .clearSelect()
    .clearOrderBy()
    .select((select) => select.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows: await faces(ctx, rows, () => 'staff'), total }
}

export const myApplications: Handler<typeof stations.myApplications> = async (ctx) => {
  if (ctx.actor.kind !== 'account') return { rows: [] }
  const { accountId } = ctx.actor
  const phone = await callersPhoneIndex(ctx)
  const rows = await listed(ctx)
    .where((is) =>
      is.or([
        is('application.applicant_account', '=', accountId),
        ...(phone === undefined ? [] : [is('version.keeper_phone_index', '=', phone)]),
      ]),
    )
    .limit(50)
    .execute()
  return {
    rows: await faces(ctx, rows, (row) => (row.applicantAccount === accountId ? 'applicant' : 'keeper')),
  }
}

async function faces(
  ctx: Context,
  rows: readonly Row[],
  roleOf: (row: Row) => 'applicant' | 'keeper' | 'staff',
) {
  const subjectOf = ({ id }: Row) => `stations.application:${id}`
  const states = await caseStates(ctx, applicationProcedure.id, rows.map(subjectOf))
  return rows.map((row) => {
    const { state, since } = states.get(subjectOf(row))!
    return faceOf(row, state, since, roleOf(row))
  })
}

const faceOf = (row: Row, state: string, since: Date, role: 'applicant' | 'keeper' | 'staff') => ({
  id: row.id,
  caseId: row.caseId,
  name: row.draft.name,
  hostUnit: row.draft.hostUnit,
  adcode: row.draft.adcode,
  organisationName: row.organisationName,
  state: state as State,
  since,
  appliedAt: row.appliedAt,
  stationCode: row.stationCode,
  role,
})

export const getApplication: Handler<typeof stations.getApplication> = async (ctx, { id }) => {
  const { application, reviewCase } = await getApplicationFor(ctx, id)
  const [isOwn, isKeeper] = [isApplicant(ctx, application), await isNamedKeeper(ctx, application)]
  const { longitude, latitude, datum } = application.draft.location
  const place = locate({ longitude, latitude }, datum, '')
  const role = isOwn ? 'applicant' : isKeeper ? 'keeper' : 'staff'
  const row = { ...application, organisationName: reviewCase.organisationName }
  return {
    ...faceOf(row, reviewCase.state, reviewCase.since, role),
    seq: reviewCase.seq,
    version: application.no,
    draft: application.draft,
    place: { longitude: place.longitude, latitude: place.latitude },
    keeper: await keeperOf(ctx, application, reviewCase, isOwn || isKeeper),
    photos: application.photos.map(({ takenAt, ...photo }) =>
      shownPhoto({
        ...photo,
        id: photo.fileId,
        takenAt: takenAt === null ? null : new Date(takenAt),
        addedAt: application.submittedAt,
      }),
    ),
    neighbours: (await stationsWithin(ctx, place)).filter(({ code }) => code !== application.stationCode),
    submittedAt: application.submittedAt,
    ...(await mayOf(ctx, reviewCase, { isOwn, isKeeper })),
  }
}

/** Whoever wrote the number, and whoever may take rosters out, see it whole. */
async function keeperOf(
  ctx: Context,
  application: Application,
  { organisationId }: ReviewCase,
  isParty: boolean,
) {
  const phone = openPhone(ctx.config.keys, application.keeperPhoneSealed)
  const isOpen = isParty || (await holdsAt(ctx, 'stations.export', organisationId))
  return {
    name: application.keeperName,
    phone: isOpen ? phone : maskedPhone(phone),
    agreedAt: application.agreedAt,
  }
}

/** For the pages' own buttons; the moves themselves are refused by the case. */
async function mayOf(
  ctx: Context,
  { state, organisationId }: ReviewCase,
  { isOwn, isKeeper }: { isOwn: boolean; isKeeper: boolean },
) {
  return {
    mayForward: state === 'checking' && !isOwn && (await holdsAt(ctx, 'stations.check', organisationId)),
    mayGrant: state === 'deciding' && !isOwn && (await holdsAt(ctx, 'stations.decide', organisationId)),
    mayCorrect: state === 'returned' && isOwn,
    mayAgree: state === 'keeper' && isKeeper,
  }
}
