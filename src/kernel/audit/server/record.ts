import type { Actor, AuditOutcome, Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { AuditTables } from './tables.ts'

const SUBJECTS_KEPT_MAX = 20
const INPUT_KEPT_MAX_CHARACTERS = 4_000

/** Writes the audit line of the command under way, in its transaction. Plugged into platform's port `record`. */
export async function record(ctx: Context, line: AuditOutcome): Promise<void> {
  const { input, detail, ...columns } = lineOf(ctx, line)
  await ctx.db
    .withTables<AuditTables>()
    .insertInto('audit.line')
    .values({ ...columns, input: JSON.stringify(input), detail: detail && JSON.stringify(detail) })
    .execute()
}

/** The same line by its columns, for a hot command, whose own function hands it to `audit.add_line`. */
export function lineOf(ctx: Context, line: AuditOutcome) {
  const { auditNote } = ctx
  return {
    id: newId(),
    operation: ctx.operationId,
    outcome: line.outcome,
    code: line.code ?? null,
    origin: ctx.origin,
    ...actorColumns(ctx.actor),
    organisation_id: auditNote.organisationId ?? null,
    subjects: (auditNote.subjects ?? []).slice(0, SUBJECTS_KEPT_MAX),
    subject_count: auditNote.subjects?.length ?? 0,
    reason: auditNote.reason ?? null,
    input: shortened(line.input),
    detail: auditNote.detail ?? null,
    request_id: ctx.requestId,
  }
}

function actorColumns(actor: Actor) {
  if (actor.kind === 'account') {
    return {
      actor_kind: 'account',
      actor: actor.accountId,
      actor_name: actor.name,
      person_bk: actor.person?.bk ?? null,
      person_id: actor.person?.id ?? null,
    }
  }
  const nobody = { person_bk: null, person_id: null }
  if (actor.kind === 'partner')
    return { actor_kind: 'partner', actor: actor.keyId, actor_name: actor.name, ...nobody }
  if (actor.kind === 'system')
    return { actor_kind: 'system', actor: actor.name, actor_name: actor.name, ...nobody }
  return { actor_kind: 'anonymous', actor: 'anonymous', actor_name: '', ...nobody }
}

/** A long input is a file's rows or a text that its own module keeps; the line keeps its size. */
function shortened(input: unknown): unknown {
  const { length } = JSON.stringify(input ?? null)
  return length <= INPUT_KEPT_MAX_CHARACTERS ? (input ?? null) : { characters: length }
}
