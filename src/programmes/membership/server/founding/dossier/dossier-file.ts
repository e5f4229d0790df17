import { caseStates, getCaseFor } from '#kernel/review/index.ts'
import { sha256 } from '#platform/digest.ts'
import { officialFile } from '#platform/documents/official-file.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { membership } from '../../../contract.ts'
import { getFoundingRow, noSuchFounding } from '../find-founding.ts'
import { FOUNDING, foundingSubject } from '../procedure.ts'
import { dossierFacts } from './dossier-facts.ts'
import { papersOf } from './papers-of.ts'
import { paperNames, writePaper } from './write-paper.ts'

/** For whoever may read the case: the applicant, and who decides it. Who took which paper stands in the audit log. */
export const dossierFile: Handler<typeof membership.dossierFile> = async (ctx, { id, document, format }) => {
  const founding = await getFoundingRow(ctx, id)
  const state = (await caseStates(ctx, FOUNDING, [foundingSubject(id)])).get(foundingSubject(id))
  if (state === undefined) throw noSuchFounding()
  const one = await getCaseFor(ctx, state.caseId)
  const facts = await dossierFacts(ctx, founding)
  if (!papersOf(one.state, facts.election !== undefined).includes(document)) throw notYet()
  const { content, mediaType, fonts } = await officialFile(ctx, writePaper(facts, document), format)
  ctx.auditNote.organisationId = founding.level_above_id
  ctx.auditNote.subjects = [`founding:${id}`]
  ctx.auditNote.detail = { document, format, sha256: sha256(content), fonts }
  return {
    fileName: `${founding.union_name}-${paperNames[document]}.${format}`,
    mediaType,
    content,
  }
}

const notYet = () =>
  conflict('paper-not-yet', {
    zh: '这份文书要等前一步办完才能生成。',
    en: 'This paper can be made once the step before it is done.',
  })
