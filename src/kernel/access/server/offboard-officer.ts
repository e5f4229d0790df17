import { sql } from 'kysely'
import { requireAt } from '#platform/authorise.ts'
import type { Context, PersonKey } from '#platform/context.ts'
import { Failure, invalid, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { access } from '../contract.ts'
import { personName } from './candidates.ts'
import { endGrants } from './end-grant.ts'
import { grantIsActive } from './known-account.ts'
import { asGrantRows, findGrants, type FoundGrant } from './list-grants.ts'
import { belongsTo, rowsOf } from './one-person.ts'
import { callingPerson } from './calling-person.ts'
import { covers } from './rules/may-give.ts'
import { endSessions } from './sessions.ts'
import { tables } from './tables.ts'

type Pair = { readonly personId: string; readonly successorId: string }
type Leaving = {
  /** The row that stands for them now, and the earlier ones that their records may hang on. */
  readonly leaver: readonly PersonKey[]
  readonly successor: PersonKey
  readonly grants: FoundGrant[]
}

/** One command: what the officer has open goes to the successor, then their roles and sessions end. */
export const offboardOfficer: Handler<typeof access.offboardOfficer> = async (ctx, input) => {
  const { leaver, successor, grants } = await requireLeaving(ctx, input)
  const handedOver = await handOver(ctx, leaver, successor)
  await endGrants(ctx, grants, input.reason)
  let sessionsEnded = 0
  for (const person of leaver) sessionsEnded += await endSessions(ctx, { person }, 'offboarded')
  ctx.auditNote.subjects = [leaver[0]!, successor].map(({ bk, id }) => `person:${bk}:${id}`)
  ctx.auditNote.reason = input.reason
  ctx.auditNote.detail = Object.fromEntries(handedOver.map(({ module, count }) => [module, count]))
  return { grantsEnded: grants.length, sessionsEnded, handedOver }
}

/** Hands over and rolls it back, so that the preview cannot differ from what the command does. */
export const previewOffboarding: Handler<typeof access.previewOffboarding> = async (ctx, input) => {
  const { leaver, successor, grants } = await requireLeaving(ctx, input)
  return {
    leaverName: await personName(ctx, leaver[0]!),
    successorName: await personName(ctx, successor),
    grants: await asGrantRows(ctx, grants),
    sessions: await countSessions(ctx, leaver),
    handedOver: await rolledBack(ctx, (inside) => handOver(inside, leaver, successor)),
  }
}

/** Throws unless the caller may let this officer go, and the successor's reach covers what the leaver kept. */
async function requireLeaving(ctx: Context, { personId, successorId }: Pair): Promise<Leaving> {
  const caller = callingPerson(ctx)?.id
  const leaver = await rowsWithGrants(ctx, personId)
  const successor = await rowsWithGrants(ctx, successorId)
  if (caller === personId || caller === leaver[0]?.id) throw ownLeave()
  const isCaller = successorId === caller || (caller !== undefined && successor[0]?.id === caller)
  if (isCaller || successorId === personId || (leaver[0] && leaver[0].id === successor[0]?.id))
    throw badSuccessor(isCaller)
  const grants = await activeGrants(ctx, leaver)
  if (grants[0] === undefined) throw notFound({ zh: '在岗工作人员', en: 'serving officer' })
  for (const organisationId of new Set(grants.map((grant) => grant.organisationId))) {
    await requireAt(ctx, 'access.offboard', organisationId)
  }
  const ofSuccessor = await activeGrants(ctx, successor)
  const uncovered = grants.find(({ path }) => !ofSuccessor.some((grant) => covers(grant.path, path)))
  if (uncovered !== undefined || ofSuccessor[0] === undefined)
    throw successorElsewhere(uncovered?.organisationName)
  return { leaver, successor: successor[0]!, grants }
}

const activeGrants = async (ctx: Context, rows: readonly PersonKey[]): Promise<FoundGrant[]> =>
  rows.length === 0
    ? []
    : findGrants(ctx, sql`${belongsTo(rows, 'g')} and ${grantIsActive(ctx.now)}`, sql`limit 200`)

/** All rows of whoever has this id; none where no role was ever given to it nor to a row that is the same person. */
async function rowsWithGrants(ctx: Context, personId: string): Promise<PersonKey[]> {
  const { rows } = await sql<PersonKey>`
    select person_bk as bk, person_id as id from access.role_grant where person_id = ${personId}
    union select person_bk, person_id from access.account_person where person_id = ${personId}
    union select survivor_bk, survivor_id from people.person_link where survivor_id = ${personId}
    limit 1`.execute(ctx.db)
  return rows[0] === undefined ? [] : rowsOf(ctx, rows[0])
}

async function handOver(ctx: Context, leaver: readonly PersonKey[], successor: PersonKey) {
  const counts: { module: string; zh: string; en: string; count: number }[] = []
  for (const { name, title, handOver } of ctx.modules) {
    if (handOver === undefined) continue
    let count = 0
    for (const person of leaver) count += await handOver(ctx, person, successor)
    counts.push({ module: name, ...title, count })
  }
  return counts
}

async function countSessions(ctx: Context, rows: readonly PersonKey[]): Promise<number> {
  const { open } = await tables(ctx)
    .selectFrom('access.session as s')
    .select((select) => select.fn.countAll<number>().as('open'))
    .where(belongsTo(rows, 's'))
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return open
}

async function rolledBack<T>(ctx: Context, run: (inside: Context) => Promise<T>): Promise<T> {
  const transaction = await ctx.db.startTransaction().execute()
  try {
    return await run({ ...ctx, db: transaction, auditNote: {}, afterCommit: () => {} })
  } finally {
    await transaction.rollback().execute()
  }
}

const ownLeave = () =>
  new Failure(403, 'own-leave', {
    zh: '不能给自己办理离岗，请由上级办理。',
    en: 'Nobody offboards themselves; a superior does it.',
  })

const badSuccessor = (self: boolean) =>
  invalid('successor', {
    field: 'successorId',
    reason: self
      ? { zh: '不能把工作移交给自己，请指定另一位接手人。', en: 'You cannot hand the work to yourself.' }
      : { zh: '接手人不能是离岗本人。', en: 'The successor cannot be the one who leaves.' },
  })

const successorElsewhere = (organisation: string | undefined) =>
  invalid('successor-reach', {
    field: 'successorId',
    reason: {
      zh: `接手人在${organisation === undefined ? '这里' : `“${organisation}”`}没有职责，请先授予角色。`,
      en: `The successor holds no role at ${organisation ?? 'any unit'}; give them one first.`,
    },
  })
