import { notify, type Recipient } from '#kernel/notifications/index.ts'
import type { Context } from '#platform/context.ts'
import type { Text } from '#platform/text.ts'
import { permissionIn } from '../rules/moves.ts'
import type { Move } from '../rules/procedure.ts'
import type { ReviewCase } from './case.ts'
import { atLevel, officersFor } from './officers.ts'
import { callersWords } from './parties.ts'
import { requireProcedure } from './procedures.ts'

type Happened = { readonly move: Move; readonly reason?: string | undefined }

/** The applicant hears of every step that somebody else took; the opening is told by whoever opened it. */
export async function tellOfState(
  ctx: Context,
  one: ReviewCase,
  happened: Happened | undefined,
): Promise<void> {
  const to = applicantOf(one)
  if (to === undefined || (await callersWords(ctx)).has(one.applicantWord)) return
  const { procedure } = requireProcedure(ctx, one.procedure)
  const state = procedure.states[one.state]!.title
  const why = happened?.reason === undefined ? { zh: '', en: '' } : because(happened.reason)
  await notify(ctx, {
    to,
    kind: 'review.case-moved',
    title: { zh: `${procedure.title.zh}：${state.zh}`, en: `${procedure.title.en}: ${state.en}` },
    body: { zh: `${one.summary}。${why.zh}`, en: `${one.summary}. ${why.en}` },
    href: applicantPage(one),
  })
}

const because = (reason: string): Text => ({ zh: `说明：${reason}`, en: `Reason: ${reason}` })

const applicantOf = ({ applicant, applicantAccount }: ReviewCase): Recipient | undefined => {
  if (applicant !== null) return { person: applicant }
  return applicantAccount === null ? undefined : { accountId: applicantAccount }
}

export const applicantPage = (one: ReviewCase) => one.applicantHref ?? `/me/cases/${one.id}`

export const staffPage = (caseId: string) => `/staff/cases/${caseId}`

export type Occasion = 'near' | 'passed' | 'risen' | 'notice-ended' | 'assigned'

const occasions: Readonly<Record<Occasion, Text>> = {
  near: { zh: '办理期限将到', en: 'The deadline is near' },
  passed: { zh: '办理已逾期', en: 'The deadline has passed' },
  risen: { zh: '下级逾期未办，请督办', en: 'The level below is late; please see to it' },
  'notice-ended': { zh: '公示期满，可以继续办理', en: 'The public notice is over; the case can go on' },
  assigned: { zh: '有办件转交给您', en: 'A case was handed to you' },
}

/** Whoever the case waits for: its assignee, the officers nearest to it (or `level` above those), or the applicant. */
export async function tellOfficers(
  ctx: Context,
  one: ReviewCase,
  occasion: Occasion,
  level = 0,
): Promise<void> {
  const { procedure } = requireProcedure(ctx, one.procedure)
  const { title, waitsFor } = procedure.states[one.state]!
  const about = {
    kind: `review.${occasion}`,
    title: occasions[occasion],
    body: {
      zh: `${procedure.title.zh}“${title.zh}”：${one.summary}`,
      en: `${procedure.title.en}, ${title.en}: ${one.summary}`,
    },
  }
  for (const to of await waitedFor(ctx, one, waitsFor, level)) {
    const href = waitsFor === 'applicant' ? applicantPage(one) : staffPage(one.id)
    await notify(ctx, { ...about, to, href })
  }
}

async function waitedFor(
  ctx: Context,
  one: ReviewCase,
  waitsFor: string | undefined,
  level: number,
): Promise<Recipient[]> {
  if (waitsFor === 'applicant') return [applicantOf(one)].filter((to) => to !== undefined)
  if (one.assignee !== null && level === 0) return [{ person: one.assignee }]
  const permission = permissionIn(waitsFor)
  if (permission === undefined) return []
  const officers = (await officersFor(ctx, permission, one.organisationPath)).filter(
    ({ person }) => ![one.applicantWord, one.proposerWord].includes(`person:${person.id}`),
  )
  return atLevel(officers, level).map(({ person }) => ({ person }))
}
