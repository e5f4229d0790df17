import { defineProcedure, findOpenCase, act, openCase, type Act } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'

/**
 * Whether a text is published. Every move is made by the commands of drafts, which know who wrote a word of it: the case
 * itself knows only who handed it in.
 */
export const textProcedure = defineProcedure({
  id: 'claims.text',
  title: { zh: '文稿公布', en: 'Publication of a text' },
  initial: 'handed-in',
  states: {
    'handed-in': {
      title: { zh: '等待批准', en: 'Waits for approval' },
      waitsFor: 'claims.publish',
      deadline: { workingDays: 3 },
      risesAfter: { workingDays: 2 },
    },
    published: { title: { zh: '已公布', en: 'Published' }, terminal: 'granted' },
    returned: { title: { zh: '已退回修改', en: 'Sent back' }, terminal: 'closed' },
    'taken-back': { title: { zh: '已撤回', en: 'Taken back' }, terminal: 'withdrawn' },
  },
  moves: [
    {
      id: 'publish',
      from: ['handed-in'],
      to: 'published',
      title: { zh: '批准并公布', en: 'Approve and publish' },
      who: { permission: 'claims.publish' },
      notBy: ['proposer'],
      inProgramme: true,
    },
    {
      id: 'send-back',
      from: ['handed-in'],
      to: 'returned',
      title: { zh: '退回修改', en: 'Send back' },
      who: { permission: 'claims.publish' },
      needsReason: true,
      notBy: ['proposer'],
      inProgramme: true,
    },
    {
      id: 'take-back',
      from: ['handed-in'],
      to: 'taken-back',
      title: { zh: '撤回送审', en: 'Take back' },
      who: { permission: 'claims.write' },
      inProgramme: true,
    },
  ],
})

const subjectOf = (draftId: string) => `claims.draft:${draftId}`

type Draft = { readonly id: string; readonly organisation_id: string; readonly title: string }

export const openTextCase = (ctx: Context, { id, organisation_id, title }: Draft) =>
  openCase(ctx, textProcedure, {
    subject: subjectOf(id),
    organisationId: organisation_id,
    applicant: null,
    summary: title,
    href: `/staff/drafts/${id}`,
  })

export const findTextCase = (ctx: Context, draftId: string) =>
  findOpenCase(ctx, textProcedure.id, subjectOf(draftId))

/** Makes a move of the text's case. A text that was handed in before cases were kept has none. */
export async function actOnText(ctx: Context, draftId: string, move: string, wish: Act = {}): Promise<void> {
  const open = await findTextCase(ctx, draftId)
  if (open !== undefined) await act(ctx, open.id, move, wish)
}
