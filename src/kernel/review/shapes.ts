import { z } from 'zod'
import { instant } from '#platform/contract.ts'

export const text = z.object({ zh: z.string(), en: z.string() })
export const personKey = z.object({ bk: z.number().int().min(0).max(63), id: z.uuid() })
export const reason = z.string().trim().min(2).max(500)
export const stateId = z.string().max(60)

/** What a notice is for decides what it may show: `honour` shows names in full, the others mask them. */
export const noticePurpose = z.enum(['aid', 'honour', 'organisation'])
export type NoticePurpose = z.infer<typeof noticePurpose>

/** A line of a notice as it is drafted; its kind decides how it is masked. */
export const noticeSubject = z.object({
  kind: z.enum(['person', 'document', 'phone', 'unit', 'text']),
  label: z.object({ zh: z.string().min(1).max(40), en: z.string().min(1).max(80) }),
  value: z.string().trim().min(1).max(200),
})
export type NoticeSubject = z.infer<typeof noticeSubject>

export const noticeDraft = z.object({
  title: z.string().trim().min(2).max(120),
  body: z.string().trim().min(2).max(5000),
  subjects: z.array(noticeSubject).max(200),
})
export type NoticeDraft = z.infer<typeof noticeDraft>

export const outcome = z.enum(['granted', 'refused', 'withdrawn', 'closed'])

export const deadline = z.object({
  dueOn: z.iso.date(),
  /** The end of that day where the city lies. */
  dueAt: instant,
  isLate: z.boolean(),
  /** The calendar of that year is not published yet: weekends only were left out. */
  beyondPublished: z.boolean(),
})

export const caseRow = z.object({
  id: z.uuid(),
  procedure: z.string(),
  procedureTitle: text,
  subject: z.string(),
  summary: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  state: stateId,
  stateTitle: text,
  outcome: outcome.nullable(),
  openedAt: instant,
  since: instant,
  deadline: deadline.nullable(),
  assigneeName: z.string().nullable(),
  waitsForMe: z.boolean(),
})

/** How a deadline was counted, so that nobody has to take it on trust. */
export const counting = z.object({
  from: z.iso.date(),
  workingDays: z.number().int().nullable(),
  days: z.number().int().nullable(),
  /** Days off on the way besides plain weekends. */
  daysOff: z.array(z.object({ day: z.iso.date(), name: text })),
  /** Weekend days on the way that were worked. */
  makeUpDays: z.array(z.object({ day: z.iso.date(), name: text })),
  /** Negative once it is late. */
  workingDaysLeft: z.number().int(),
})

export const actionLine = z.object({
  no: z.number().int(),
  move: z.string(),
  title: text,
  fromState: stateId.nullable(),
  toState: stateId,
  toStateTitle: text,
  by: z.enum(['applicant', 'officer', 'system']),
  who: z.string(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  groundTitle: text.nullable(),
  at: instant,
})

/** A move that this caller may make now; what it asks for comes with it. */
export const allowedMove = z.object({
  id: z.string(),
  title: text,
  to: stateId,
  toTitle: text,
  outcome: outcome.nullable(),
  needsReason: z.boolean(),
  opensNotice: z
    .object({
      workingDays: z.number().int(),
      purpose: noticePurpose,
      /** The programme writes it; otherwise the officer does. */
      isDrafted: z.boolean(),
    })
    .nullable(),
  /** Grounds not yet used, for a dispute. */
  grounds: z.array(z.object({ id: z.string(), title: text })).nullable(),
  inProgramme: z.boolean(),
})

export const noticeState = z.enum(['running', 'awaiting-answers', 'completed', 'broken-off'])
export type NoticeState = z.infer<typeof noticeState>

/** What the public sees of a notice. */
export const noticeRow = z.object({
  id: z.uuid(),
  purpose: noticePurpose,
  title: z.string(),
  organisationName: z.string(),
  fromDay: z.iso.date(),
  untilDay: z.iso.date(),
  workingDays: z.number().int(),
  beyondPublished: z.boolean(),
  state: noticeState,
})

export const certificate = z.object({
  fromDay: z.iso.date(),
  untilDay: z.iso.date(),
  workingDays: z.number().int(),
  objections: z.number().int(),
  upheld: z.number().int(),
  outcome: z.enum(['completed', 'broken-off']),
  reason: z.string().nullable(),
  at: instant,
})

export const objectionRow = z.object({
  noticeId: z.uuid(),
  no: z.number().int(),
  /** Masked, and only for who answers objections; null for everybody else. */
  objectorName: z.string().nullable(),
  text: z.string(),
  at: instant,
  answer: z
    .object({ isUpheld: z.boolean(), text: z.string(), answeredBy: z.string(), at: instant })
    .nullable(),
})

export const caseNotice = noticeRow.extend({
  objections: z.array(objectionRow).max(200),
  certificate: certificate.nullable(),
})

export const calendarDay = z.object({
  day: z.iso.date(),
  kind: z.enum(['day-off', 'make-up']),
  name: text,
})

export const calendarYear = z.object({
  year: z.number().int(),
  version: z.number().int(),
  noticeNo: z.string().nullable(),
  source: z.string(),
  madeBy: z.string(),
  at: instant,
  days: z.array(calendarDay).max(200),
})
