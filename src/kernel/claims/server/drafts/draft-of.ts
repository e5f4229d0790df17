import type { Context } from '#platform/context.ts'
import { paragraphKind, type ParagraphKind } from '../../rules/drafts/paragraph-kind.ts'
import type { DraftContent, DraftNumber } from '../../shapes-drafts.ts'
import { draftTables } from './draft-tables.ts'

export type FrozenParagraph = {
  readonly kind: ParagraphKind
  readonly text: string
  readonly numbers: readonly (DraftNumber & { readonly words: string })[]
}

export type DraftToPublish = Omit<DraftContent, 'paragraphs'> & {
  readonly id: string
  readonly version: number
  readonly state: string
  readonly organisationId: string
  readonly organisationName: string
  /** Everybody who wrote a word of it: none of them approves. */
  readonly writers: readonly { readonly bk: number; readonly id: string }[]
  readonly paragraphs: readonly FrozenParagraph[]
}

/** A draft as a publication freezes it; undefined where there is none. The caller has asked whether it may be seen. */
export async function draftOf(ctx: Context, id: string): Promise<DraftToPublish | undefined> {
  const draft = await draftTables(ctx)
    .selectFrom('claims.draft as draft')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'draft.organisation_id')
    .select(['draft.revision', 'draft.state', 'draft.organisation_id', 'draft.content'])
    .select('unit.name as organisationName')
    .where('draft.id', '=', id)
    .executeTakeFirst()
  if (draft === undefined) return undefined
  const writers = await draftTables(ctx)
    .selectFrom('claims.draft_version')
    .select(['saved_by_bk as bk', 'saved_by_id as id'])
    .distinct()
    .where('draft_id', '=', id)
    .execute()
  const { paragraphs, ...head } = draft.content
  return {
    ...head,
    id,
    version: draft.revision,
    state: draft.state,
    organisationId: draft.organisation_id,
    organisationName: draft.organisationName,
    writers,
    paragraphs: paragraphs.map(({ text, numbers }) => ({
      kind: paragraphKind(text),
      text,
      numbers: numbers.map((number) => ({ ...number, words: text.slice(number.start, number.end) })),
    })),
  }
}
