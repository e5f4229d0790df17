import { sql } from 'kysely'
import { caseStates } from '#kernel/review/index.ts'
import { organisationNames } from '#kernel/organisations/index.ts'
import { reachOf } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import type { CertificateState } from '../../rules/certificate/certify.ts'
import { faultsOf } from '../../rules/standard/standard-faults.ts'
import { nameOf } from '../certificates/verdict-shapes.ts'
import { tables } from '../tables.ts'
import { comingStandard, findVersion, standardOn, standardsByDay } from './in-force.ts'
import { standardProcedure, standardSubject } from './standard-procedure.ts'

const DRAFTS_MAX = 50
const PROPOSALS_MAX = 50

export const getStandard: Handler<typeof stations.getStandard> = async (ctx, { versionId }) => {
  const today = cityDay(ctx.now)
  const held = await standardOn(ctx, today)
  const version = versionId === undefined ? held : await findVersion(ctx, versionId)
  if (version === undefined) throw notFound({ zh: '标准', en: 'standard' })
  const isHeld = version.id === held.id
  const coming = await comingStandard(ctx, today)
  return {
    ...nameOf(version),
    content: version.content,
    inForceSince: isHeld ? held.fromDay : null,
    coming: coming === undefined ? null : { ...nameOf(coming), fromDay: coming.fromDay },
    stations: isHeld ? await countStates(ctx) : [],
  }
}

async function countStates(ctx: Context) {
  const { rows } = await sql<{ state: CertificateState; count: number }>`
    select c.state, count(*) as count from stations.certificate c
    join stations.station s on s.id = c.station_id and s.state <> 'closed' group by c.state`.execute(ctx.db)
  return rows
}

export const listStandards: Handler<typeof stations.listStandards> = async (ctx, { page, pageSize }) => {
  reachOf(ctx, 'stations.read')
  const { rows, total } = await versions(ctx, page, pageSize)
  const inForce = await standardsByDay(ctx)
  return {
    rows,
    total,
    drafts: await drafts(ctx),
    inForce: inForce.map((held) => ({ ...nameOf(held), fromDay: held.fromDay })).reverse(),
    proposals: await proposals(ctx),
    mayDraft: reachOf(ctx, 'stations.standards').length > 0,
  }
}

async function versions(ctx: Context, page: number, pageSize: number) {
  const rows = await tables(ctx)
    .selectFrom('stations.standard_version')
    .select(['id', 'standard', 'no', 'content', 'made_by as madeBy', 'made_at as madeAt'])
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return {
    rows: rows.map(({ madeBy, madeAt, ...version }) => ({ ...nameOf(version), madeBy, madeAt })),
    total: rows[0]?.total ?? 0,
  }
}

/** Drafts of the units where the caller writes them. */
async function drafts(ctx: Context) {
  const reach = reachOf(ctx, 'stations.standards')
  const rows = await tables(ctx)
    .selectFrom('stations.standard_draft as draft')
    .innerJoin('organisations.organisation as organisation', 'organisation.id', 'draft.organisation_id')
    .select(['draft.id', 'draft.standard', 'draft.revision', 'draft.content', 'draft.made_by as madeBy'])
    .select(['draft.updated_at as updatedAt', 'draft.organisation_id as organisationId'])
    .where(sql<boolean>`organisation.path <@ any(${reach}::ltree[])`)
    .orderBy('draft.updated_at', 'desc')
    .limit(DRAFTS_MAX)
    .execute()
  const names = await organisationNames(
    ctx,
    rows.map(({ organisationId }) => organisationId),
  )
  return rows.map((row) => ({
    ...row,
    organisationName: names.get(row.organisationId) ?? '',
    faults: faultsOf(row.content),
  }))
}

async function proposals(ctx: Context) {
  const rows = await tables(ctx)
    .selectFrom('stations.standard_proposal as proposal')
    .innerJoin('stations.standard_version as version', 'version.id', 'proposal.version_id')
    .select(['version.id', 'version.standard', 'version.no', 'version.content'])
    .select(['proposal.from_day as fromDay', 'proposal.case_id as caseId'])
    .orderBy('proposal.recorded_at', 'desc')
    .limit(PROPOSALS_MAX)
    .execute()
  const states = await caseStates(
    ctx,
    standardProcedure.id,
    rows.map(({ id }) => standardSubject(id)),
  )
  return rows.map(({ fromDay, caseId, ...version }) => ({
    ...nameOf(version),
    fromDay,
    caseId,
    isOpen: states.get(standardSubject(version.id))?.state === 'proposed',
  }))
}
