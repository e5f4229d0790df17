import { sql } from 'kysely'
import { notifyMany } from '#kernel/notifications/index.ts'
import { madeBy } from '#kernel/organisations/index.ts'
import { caseStates, openCase, subjectIdOf, type ReviewedProcedure } from '#kernel/review/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getContestRow, lockContest } from '../find-contest.ts'
import { newCode, padded } from '../publication/publish-result.ts'
import { tables } from '../tables.ts'
import { certificateRows } from './certificate-rows.ts'
import { askForOne } from './make-certificates.ts'
import { revocationProcedure } from './revocation-procedure.ts'
import {
  revokedAlready,
  proposedAlready,
  notRevoked,
  awardIsGone,
  replacedAlready,
  unitHasNoNames,
} from './revocation-refusals.ts'

const subjectOf = (code: string) => `contests.certificate:${code}`

export const listCertificates: Handler<typeof contests.listCertificates> = async (
  ctx,
  { contestId, page, pageSize },
) => {
  const contest = await getContestRow(ctx, contestId)
  await requireAt(ctx, 'contests.read', contest.organisationId)
  const ofContest = sql`standing.contest_id = ${contestId}`
  const rows = await certificateRows(ctx, ofContest, { limit: pageSize, offset: (page - 1) * pageSize })
  const { total } = await tables(ctx)
    .selectFrom('contests.certificate as certificate')
    .innerJoin('contests.standing_result as standing', 'standing.result_id', 'certificate.result_id')
    .select((select) => select.fn.countAll<number>().as('total'))
    .where('standing.contest_id', '=', contestId)
    .executeTakeFirstOrThrow()
  const cases = await caseStates(
    ctx,
    revocationProcedure.id,
    rows.map(({ code }) => subjectOf(code)),
  )
  return {
    rows: rows.map(({ code, no, awardName, title, names, unitName, revokedAt, ground, isReplaced }) => {
      const found = cases.get(subjectOf(code))
      const isProposed = found?.isOpen === true
      return {
        ...{ code, no, awardName, title, names: [...names], unitName, ground, isReplaced },
        state:
          revokedAt !== null ? ('revoked' as const) : isProposed ? ('proposed' as const) : ('good' as const),
        caseId: found?.caseId ?? null,
      }
    }),
    total,
  }
}

export const proposeRevocation: Handler<typeof contests.proposeRevocation> = async (
  ctx,
  { code, ground, reason },
) => {
  const certificate = await held(ctx, code)
  await requireAt(ctx, 'contests.run', certificate.organisationId)
  if (certificate.revokedAt !== null) throw revokedAlready()
  if ((await caseStates(ctx, revocationProcedure.id, [subjectOf(code)])).get(subjectOf(code))?.isOpen)
    throw proposedAlready()
  const { last } = await tables(ctx)
    .selectFrom('contests.revocation')
    .select((select) => select.fn.max('no').as('last'))
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  await tables(ctx)
    .insertInto('contests.revocation')
    .values({
      code,
      no: (last ?? 0) + 1,
      ground,
      reason,
      proposed_by: madeBy(ctx),
      proposed_by_bk: person?.bk ?? null,
      proposed_by_id: person?.id ?? null,
      proposed_at: ctx.now,
    })
    .execute()
  const { id: caseId } = await openCase(ctx, revocationProcedure, {
    subject: subjectOf(code),
    organisationId: certificate.organisationId,
    applicant: null,
    summary: `${certificate.contestTitle}：撤销证书${certificate.no}，${reason}`.slice(0, 200),
    href: `/staff/contests/${certificate.contestId}/result?certificate=${code}`,
    note: reason,
  })
  ctx.auditNote.subjects = [...(ctx.auditNote.subjects ?? []), `contest:${certificate.contestId}`]
  ctx.auditNote.detail = { certificate: certificate.no, ground }
  return { caseId }
}

/** What was printed stays in the world; whoever scans it reads that it does not hold. */
export const reviewedRevocation: ReviewedProcedure = {
  procedure: revocationProcedure,
  async onState(ctx, one, state) {
    if (state !== 'revoked') return
    const code = subjectIdOf(one)
    const certificate = await held(ctx, code)
    await sql`insert into contests.revoked_certificate (code, no, revoked_at)
      select code, max(no), ${ctx.now} from contests.revocation where code = ${code} group by code`.execute(
      ctx.db,
    )
    await tellHolder(ctx, certificate)
  },
}

/** A new number and code; the old one says that it was replaced, and history keeps both. */
export const reissueCertificate: Handler<typeof contests.reissueCertificate> = async (
  ctx,
  { code, names, reason },
) => {
  const certificate = await held(ctx, code)
  const contest = await lockContest(ctx, certificate.contestId)
  await requireAt(ctx, 'contests.run', contest.organisationId)
  if (certificate.revokedAt === null) throw notRevoked()
  if (certificate.ground === 'award-withdrawn') throw awardIsGone()
  if ((await held(ctx, code)).isReplaced) throw replacedAlready()
  if (names !== null && certificate.title === null) throw unitHasNoNames()
  const { last } = await tables(ctx)
    .selectFrom('contests.certificate')
    .select((select) => select.fn.max('place').as('last'))
    .where('result_id', '=', certificate.resultId)
    .executeTakeFirstOrThrow()
  const place = last! + 1
  const given = {
    code: newCode(),
    no: `${cityDay(ctx.now).slice(0, 4)}-${padded(certificate.series)}-${padded(place)}`,
  }
  await tables(ctx)
    .insertInto('contests.certificate')
    .values({
      ...given,
      result_id: certificate.resultId,
      entry_id: certificate.entryId,
      unit_id: certificate.unitId,
      award_name: certificate.awardName,
      place,
      replaces: code,
      names,
    })
    .execute()
  await askForOne(ctx, certificate.resultId, place)
  await tellHolder(ctx, certificate, given.no)
  ctx.auditNote.organisationId = contest.organisationId
  ctx.auditNote.subjects = [`contest:${contest.id}`]
  ctx.auditNote.reason = reason
  ctx.auditNote.detail = { revoked: certificate.no, given: given.no }
  return given
}

/** Throws `not-found`. */
async function held(ctx: Context, code: string) {
  const [certificate] = await certificateRows(ctx, sql`certificate.code = ${code}`)
  if (certificate === undefined) throw notFound({ zh: '证书', en: 'certificate' })
  return certificate
}

/** A unit has no account to be told at; its officers learn it from the organiser. */
async function tellHolder(ctx: Context, certificate: Awaited<ReturnType<typeof held>>, given?: string) {
  if (certificate.entryId === null) return
  const people = await tables(ctx)
    .selectFrom('contests.entry')
    .select(['entrant_bk as bk', 'entrant_id as id'])
    .where('id', '=', certificate.entryId)
    .execute()
  const { no, contestTitle, entryId } = certificate
  await notifyMany(ctx, people, {
    kind: 'contests.certificate',
    title:
      given === undefined
        ? {
            zh: `“${contestTitle}”的证书${no}已撤销`,
            en: `Certificate ${no} of “${contestTitle}” is revoked`,
          }
        : { zh: `“${contestTitle}”的证书已换发`, en: `A new certificate of “${contestTitle}” is yours` },
    body:
      given === undefined
        ? {
            zh: '扫码查验会显示已撤销。有疑问请问主办单位。',
            en: 'Whoever checks it reads so. Ask the organiser why.',
          }
        : { zh: `新证书编号${given}，可以下载。`, en: `Its number is ${given}; you may download it.` },
    href: `/entries/${entryId}`,
  })
}
