import type { Actor, Context } from '#platform/context.ts'
import { newId } from '#platform/ids.ts'
import type { AuditTables } from './tables.ts'

const SUBJECTS_KEPT_MAX = 20
const INPUT_KEPT_MAX_CHARACTERS = 4_000

/** Writes the audit line of the command under way, in its transaction. Plugged into platform's port `record`. */
export async function record(
  ctx: Context,
  line: { outcome: 'done' | 'refused'; code?: string; input: unknown },
): Promise<void> {
  const { auditNote } = ctx
  const who = actorColumns(ctx.actor)
  await ctx.db
    .withTables<AuditTables>()
    .insertInto('audit.line')
    .values({
      id: newId(),
      operation: ctx.operationId,
      outcome: line.outcome,
      code: line.code ?? null,
      origin: ctx.origin,
      ...who,
      organisation_id: auditNote.organisationId ?? null,
      subjects: (auditNote.subjects ?? []).slice(0, SUBJECTS_KEPT_MAX),
      subject_count: auditNote.subjects?.length ?? 0,
      reason: auditNote.reason ?? null,
      input: shortened(line.input),
      detail: auditNote.detail === undefined ? null : JSON.stringify(auditNote.detail),
      request_id: ctx.requestId,
    })
    .execute()
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
function shortened(input: unknown): string {
  const text = JSON.stringify(input ?? null)
  return text.length <= INPUT_KEPT_MAX_CHARACTERS ? text : JSON.stringify({ characters: text.length })
}
