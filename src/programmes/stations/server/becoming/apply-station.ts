import { callersPhoneIndex } from '#kernel/access/index.ts'
import { listDistricts } from '#kernel/organisations/index.ts'
import { act, openCase } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { forbidden, invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { keeperPhoneIndex } from '../keeping/appoint-keeper.ts'
import { tables } from '../tables.ts'
import { applicationProcedure } from './application-procedure.ts'
import { askKeeper, insertVersion, judgeApplication, type Wish } from './application-version.ts'
import { getApplicationFor, isApplicant, isNamedKeeper } from './find-application.ts'

/** A host unit applies at its district's federation. Who names themselves as keeper has agreed by that. */
export const applyStation: Handler<typeof stations.applyStation> = async (ctx, wish) => {
  if (ctx.actor.kind !== 'account') throw forbidden('signed-in')
  await judgeApplication(ctx, wish)
  const organisationId = await federationOf(ctx, wish.draft.adcode)
  const id = newId(ctx.now.getTime())
  const { id: caseId } = await openCase(ctx, applicationProcedure, {
    subject: `stations.application:${id}`,
    organisationId,
    summary: `${wish.draft.name}（${wish.draft.hostUnit}）`,
    href: `/staff/stations/applications/${id}`,
    applicantHref: `/stations/applications/${id}`,
  })
  await tables(ctx)
    .insertInto('stations.application')
    .values({
      id,
      organisation_id: organisationId,
      applicant_account: ctx.actor.accountId,
      applicant_bk: ctx.actor.person?.bk ?? null,
      applicant_id: ctx.actor.person?.id ?? null,
      case_id: caseId,
      applied_at: ctx.now,
    })
    .execute()
  await insertVersion(ctx, { applicationId: id, no: 1, organisationId }, wish)
  if (await isOwnPhone(ctx, wish.keeper.phone))
    await agree(ctx, { id, no: 1, caseId, accountId: ctx.actor.accountId })
  else askKeeper(ctx, wish.keeper.phone, wish.draft.name)
  ctx.auditNote.detail = { confirmed: wish.confirmed.join(' ') }
  return { id, caseId }
}

/** What came back is sent in again; another keeper must agree anew. */
export const correctApplication: Handler<typeof stations.correctApplication> = async (
  ctx,
  { id, seq, kept, ...wish },
) => {
  const { application } = await getApplicationFor(ctx, id)
  if (ctx.actor.kind !== 'account' || !isApplicant(ctx, application)) throw forbidden('applicant')
  await judgeApplication(ctx, wish)
  requireSameDistrict(application.draft.adcode, wish)
  const no = application.no + 1
  const { organisationId, caseId } = application
  const photos = application.photos.filter(({ fileId }) => kept.includes(fileId))
  await insertVersion(ctx, { applicationId: id, no, organisationId }, wish, photos)
  const isSameKeeper = keeperPhoneIndex(ctx.config.keys, wish.keeper.phone).equals(
    application.keeperPhoneIndex,
  )
  const hasAgreed = isSameKeeper && application.agreedAt !== null
  const isOwn = await isOwnPhone(ctx, wish.keeper.phone)
  const acted = await act(ctx, caseId, hasAgreed || isOwn ? 'correct' : 'correct-keeper', { seq })
  if (hasAgreed || isOwn) await noteAgreed(ctx, id, no, ctx.actor.accountId)
  else askKeeper(ctx, wish.keeper.phone, wish.draft.name)
  return { seq: acted.seq }
}

/** Only whoever signed in by the phone that was named can say yes for it. */
export const agreeToKeep: Handler<typeof stations.agreeToKeep> = async (ctx, { id, seq, agrees, reason }) => {
  const { application } = await getApplicationFor(ctx, id)
  if (ctx.actor.kind !== 'account' || !(await isNamedKeeper(ctx, application))) throw forbidden('keeper')
  if (!agrees)
    return {
      seq: (await act(ctx, application.caseId, 'decline', { seq, reason: reason ?? '管理员本人不同意' })).seq,
    }
  const { accountId } = ctx.actor
  return { seq: await agree(ctx, { id, no: application.no, caseId: application.caseId, accountId, seq }) }
}

type Agreed = {
  readonly id: string
  readonly no: number
  readonly caseId: string
  readonly accountId: string
  readonly seq?: number
}

async function agree(ctx: Context, { id, no, caseId, accountId, seq }: Agreed): Promise<number> {
  const acted = await act(ctx, caseId, 'agree', { seq })
  await noteAgreed(ctx, id, no, accountId)
  return acted.seq
}

const noteAgreed = (ctx: Context, applicationId: string, no: number, accountId: string) =>
  tables(ctx)
    .insertInto('stations.application_keeper')
    .values({ application_id: applicationId, no, account_id: accountId, agreed_at: ctx.now })
    .onConflict((clash) => clash.doNothing())
    .execute()

async function isOwnPhone(ctx: Context, phone: string): Promise<boolean> {
  const own = await callersPhoneIndex(ctx)
  return own !== undefined && own.equals(keeperPhoneIndex(ctx.config.keys, phone))
}

/** The federation of the district; `judgeDraft` has refused districts that the city does not have. */
async function federationOf(ctx: Context, adcode: string): Promise<string> {
  const district = (await listDistricts(ctx)).find((one) => one.adcode === adcode)
  if (district === undefined) throw noFederation()
  return district.id
}

function requireSameDistrict(adcode: string, { draft }: Pick<Wish, 'draft'>): void {
  if (draft.adcode === adcode) return
  throw invalid('other-district', {
    field: 'draft.adcode',
    reason: {
      zh: '县区换了，办理的工会也不同。请撤回这份申请，到新县区另行申请。',
      en: 'Another district has another federation. Take this application back and apply there.',
    },
  })
}

const noFederation = () =>
  invalid('no-federation', {
    field: 'draft.adcode',
    reason: {
      zh: '这个县区还没有登记县级工会，请与市总工会联系。',
      en: 'No federation is registered for this district yet; ask the city federation.',
    },
  })
