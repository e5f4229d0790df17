import { sql } from 'kysely'
import { findOrganisation } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict, invalid, notFound } from '#platform/failures.ts'
import { newId, randomToken } from '#platform/ids.ts'
import { secretHash } from '#platform/keys.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { callingPerson } from './calling-person.ts'
import { partnerOperations } from './rules/partner-operations.ts'
import { forgetActors } from './session-cache.ts'
import { tables } from './tables.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

type NewKey = {
  readonly organisationId: string
  readonly name: string
  readonly operations: readonly string[]
  readonly validDays: number
  readonly replaces: string | null
}

export const createPartnerKey: Handler<typeof access.createPartnerKey> = async (ctx, input) => {
  await requireAt(ctx, 'access.partner-keys', input.organisationId)
  const organisation = await findOrganisation(ctx, input.organisationId)
  if (organisation?.state !== 'active') throw dissolved()
  const open = new Set(partnerOperations(ctx.modules).map(({ id }) => id))
  const closed = input.operations.find((id) => !open.has(id))
  if (closed !== undefined) throw notForPartners(closed)
  return insertKey(ctx, { ...input, replaces: null })
}

/** A new key beside the old one, which works on for the overlap, so that no reader falls silent in between. */
export const rotatePartnerKey: Handler<typeof access.rotatePartnerKey> = async (ctx, input) => {
  const old = await lockKey(ctx, input.id)
  await requireAt(ctx, 'access.partner-keys', old.organisation_id)
  requireLive(ctx, old)
  const made = await insertKey(ctx, {
    organisationId: old.organisation_id,
    name: old.name,
    operations: old.operations,
    validDays: input.validDays,
    replaces: old.id,
  })
  const overlapEnd = ctx.now.getTime() + input.overlapHours * HOUR_MS
  const oldExpiresAt = new Date(Math.min(old.expires_at.getTime(), overlapEnd))
  await tables(ctx)
    .updateTable('access.partner_key')
    .set({ expires_at: oldExpiresAt })
    .where('id', '=', old.id)
    .execute()
  return { ...made, oldExpiresAt }
}

export const endPartnerKey: Handler<typeof access.endPartnerKey> = async (ctx, { id, reason }) => {
  const key = await lockKey(ctx, id)
  await requireAt(ctx, 'access.partner-keys', key.organisation_id)
  requireLive(ctx, key)
  await tables(ctx)
    .updateTable('access.partner_key')
    .set({ ended_at: ctx.now, end_reason: reason })
    .where('id', '=', id)
    .execute()
  note(ctx, key.organisation_id, id)
  ctx.auditNote.reason = reason
  return {}
}

async function insertKey(ctx: Context, wish: NewKey) {
  const key = `zyk_${randomToken()}`
  const id = newId(ctx.now.getTime())
  const expiresAt = new Date(ctx.now.getTime() + wish.validDays * DAY_MS)
  const by = callingPerson(ctx)
  await tables(ctx)
    .insertInto('access.partner_key')
    .values({
      id,
      organisation_id: wish.organisationId,
      name: wish.name,
      key_hash: secretHash(ctx.config.keys, 'partner-key', key),
      hint: key.slice(-4),
      operations: [...new Set(wish.operations)],
      created_at: ctx.now,
      created_by_bk: by?.bk ?? null,
      created_by_id: by?.id ?? null,
      expires_at: expiresAt,
      replaces: wish.replaces,
    })
    .execute()
  note(ctx, wish.organisationId, id)
  return { id, key, expiresAt }
}

function note(ctx: Context, organisationId: string, id: string): void {
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [`partner-key:${id}`]
  forgetActors(ctx)
}

type KeyRow = {
  readonly id: string
  readonly organisation_id: string
  readonly name: string
  readonly operations: string[]
  readonly expires_at: Date
  readonly ended_at: Date | null
}

async function lockKey(ctx: Context, id: string): Promise<KeyRow> {
  const { rows } = await sql<KeyRow>`
    select id, organisation_id, name, operations, expires_at, ended_at
    from access.partner_key where id = ${id} for update`.execute(ctx.db)
  if (rows[0] === undefined) throw notFound({ zh: '密钥', en: 'key' })
  return rows[0]
}

function requireLive(ctx: Context, key: KeyRow): void {
  if (key.ended_at === null && key.expires_at > ctx.now) return
  throw conflict('key-ended', { zh: '这个密钥已停用或已过期。', en: 'This key has ended or expired.' })
}

const dissolved = () =>
  conflict('organisation-dissolved', {
    zh: '这个组织已撤销，不能再有密钥。',
    en: 'This organisation is dissolved and can have no key.',
  })

const notForPartners = (id: string) =>
  invalid('not-for-partners', {
    field: 'operations',
    reason: { zh: `操作 ${id} 不对合作方开放。`, en: `Operation ${id} is not open to partners.` },
  })
