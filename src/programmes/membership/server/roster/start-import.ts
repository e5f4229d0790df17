import { claimFile, getFile } from '#kernel/files/index.ts'
import { getOrganisation, madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import { wakeJob } from '#platform/jobs.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../contract.ts'
import { rosterUpload } from './roster-upload.ts'
import { tables } from './tables.ts'

/** The name under which `startJobs` runs it. */
export const RUN_IMPORTS = 'membership.run-imports'

/** Takes a file up. Reading it is a job's work: it may be as long as it likes, and goes on after a crash. */
export const startRosterImport: Handler<typeof membership.startRosterImport> = async (ctx, input) => {
  await requireAt(ctx, 'membership.import', input.organisationId)
  const organisation = await getOrganisation(ctx, input.organisationId)
  const today = cityDay(ctx.now)
  if (input.defaultDay !== undefined && input.defaultDay > today) throw dayToCome()
  const file = await getFile(ctx, input.fileId, rosterUpload.purpose)
  await claimFile(ctx, file.id, input.organisationId)
  const person = ctx.actor.kind === 'account' ? ctx.actor.person : null
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('membership.roster_import')
    .values({
      id,
      organisation_id: organisation.id,
      file_id: file.id,
      file_name: file.name,
      file_format: file.mediaType === 'text/csv' ? 'csv' : 'xlsx',
      file_sha256: file.sha256,
      default_day: input.defaultDay ?? today,
      default_employment: input.defaultEmployment,
      made_by: madeBy(ctx),
      made_by_bk: person?.bk ?? null,
      made_by_id: person?.id ?? null,
      created_at: ctx.now,
    })
    .execute()
  await wakeJob(ctx, RUN_IMPORTS)
  note(ctx, organisation.id, id)
  ctx.auditNote.subjects!.push(`file:${file.id}`)
  ctx.auditNote.detail = { sha256: file.sha256, bytes: file.bytes }
  return { importId: id }
}

/** What the audit line of every command on an import says. */
export function note(ctx: Context, organisationId: string, importId: string): void {
  ctx.auditNote.organisationId = organisationId
  ctx.auditNote.subjects = [`roster-import:${importId}`]
}

const dayToCome = () =>
  invalid('day-to-come', {
    field: 'defaultDay',
    reason: { zh: '入会日期不能晚于今天。', en: 'The day of joining cannot lie in the future.' },
  })
