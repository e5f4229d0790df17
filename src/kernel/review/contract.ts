import { z } from 'zod'
import { anyone, command, holding, operations, paging, query, signedIn } from '#platform/contract.ts'
import { says } from '#platform/text.ts'
import {
  actionLine,
  allowedMove,
  calendarDay,
  calendarYear,
  caseNotice,
  caseRow,
  certificate,
  counting,
  noticeDraft,
  noticeRow,
  noticeState,
  personKey,
  reason,
  stateId,
  text,
} from './shapes.ts'

export * from './shapes.ts'

const year = z.number().int().min(2000).max(2100)

/** Cases, notices and the calendar. Whoever must decide a case may read it; nobody decides on what they proposed. */
export const review = operations('review', {
  listCases: query({
    summary: { zh: '办件列表', en: 'Cases that the caller may read' },
    who: signedIn,
    input: z.object({
      /** waiting: for me. mine: I applied. */
      view: z.enum(['waiting', 'open', 'ended', 'mine', 'all']).default('open'),
      procedure: z.string().max(100).optional(),
      state: stateId.optional(),
      organisationId: z.uuid().optional(),
      subject: z.string().max(140).optional(),
      lateOnly: z.boolean().default(false),
      /** A part of the summary. */
      search: z.string().trim().max(60).optional(),
      sort: z.enum(['due', 'newest', 'oldest']).default('due'),
      ...paging,
    }),
    output: z.object({
      rows: z.array(caseRow).max(200),
      total: z.number().int(),
      /** Procedures that the caller may read at all, for the filter. */
      procedures: z.array(z.object({ id: z.string(), title: text })).max(200),
    }),
  }),
  getCase: query({
    summary: {
      zh: '一个办件：经过、期限、现在能做什么',
      en: 'One case: what happened, until when, what may be done',
    },
    who: signedIn,
    input: z.object({ id: z.uuid() }),
    output: caseRow.extend({
      /** The last action's number: whoever moves the case says which one they saw. */
      seq: z.number().int(),
      href: z.string().nullable(),
      applicantHref: z.string().nullable(),
      isMine: z.boolean(),
      waitsFor: z.string().nullable(),
      /** Who is asked next, in words. */
      waitsForText: text.nullable(),
      counting: counting.nullable(),
      timeline: z.array(actionLine).max(1000),
      notices: z.array(caseNotice).max(50),
      moves: z.array(allowedMove).max(50),
      mayReassign: z.boolean(),
      mayAnswerObjections: z.boolean(),
      mayEndNotice: z.boolean(),
    }),
  }),
  act: command({
    summary: { zh: '办理：同意、退回、撤回等', en: 'Make a move in a case' },
    who: signedIn,
    input: z.object({
      id: z.uuid(),
      /** The number of the last action that the caller saw. */
      seq: z.number().int().min(1),
      move: z.string().max(60),
      reason: z.string().trim().min(1).max(1000).optional(),
      note: z.string().trim().min(1).max(2000).optional(),
      ground: z.string().max(60).optional(),
      notice: noticeDraft.optional(),
    }),
    output: z.object({ state: stateId, seq: z.number().int() }),
  }),
  listAssignees: query({
    summary: { zh: '可接手一个办件的人', en: 'Officers who may take a case on' },
    who: holding('review.reassign'),
    input: z.object({ id: z.uuid() }),
    output: z.object({
      rows: z.array(z.object({ person: personKey, name: z.string(), organisationName: z.string() })).max(200),
    }),
  }),
  reassign: command({
    summary: { zh: '转交办件', en: 'Hand a case to another officer, or to whoever may' },
    who: holding('review.reassign'),
    input: z.object({ id: z.uuid(), person: personKey.nullable(), reason }),
    output: z.object({ assigneeName: z.string().nullable() }),
  }),
  listNotices: query({
    summary: { zh: '公示', en: 'Public notices' },
    who: anyone,
    input: z.object({ view: z.enum(['running', 'ended', 'all']).default('running'), ...paging }),
    output: z.object({ rows: z.array(noticeRow).max(200), total: z.number().int() }),
    cacheSeconds: 30,
  }),
  getNotice: query({
    summary: { zh: '一则公示', en: 'One public notice, masked' },
    who: anyone,
    input: z.object({ id: z.uuid() }),
    output: noticeRow.extend({
      body: z.string(),
      subjects: z.array(z.object({ label: text, value: z.string() })).max(200),
      counting,
      /** How many objections came in; what they say and from whom is not public. */
      objections: z.number().int(),
      takesObjections: z.boolean(),
      certificate: certificate.nullable(),
    }),
  }),
  objectToNotice: command({
    summary: { zh: '对公示提出异议', en: 'Object to a public notice; the name stays confidential' },
    who: signedIn,
    callsPerMinute: 10,
    sensitive: ['text'],
    input: z.object({
      id: z.uuid(),
      text: z
        .string()
        .trim()
        .min(10, says('请写明事实和理由，至少十个字', 'Give facts and reasons, at least ten characters'))
        .max(2000),
    }),
    output: z.object({ no: z.number().int() }),
  }),
  answerObjection: command({
    summary: { zh: '答复异议', en: 'Answer an objection' },
    who: holding('review.answer-objections'),
    input: z.object({
      noticeId: z.uuid(),
      no: z.number().int().min(1),
      isUpheld: z.boolean(),
      answer: z.string().trim().min(5).max(2000),
    }),
    output: z.object({ unanswered: z.number().int() }),
  }),
  breakOffNotice: command({
    summary: { zh: '中止公示', en: 'Break off a public notice before its end' },
    who: holding('review.end-notices'),
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({ state: noticeState }),
  }),
  listCalendar: query({
    summary: { zh: '工作日历', en: 'Days off and make-up days by year' },
    who: signedIn,
    input: z.object({ year: year.optional() }),
    output: z.object({
      rows: z.array(calendarYear).max(1),
      years: z.array(z.number().int()).max(101),
      /** Years that the collection that comes with the platform knows, to be read without typing. */
      bundledYears: z.array(z.number().int()).max(101),
      publishedUntil: z.number().int(),
    }),
  }),
  importCalendarYear: command({
    summary: { zh: '录入一年的节假日安排', en: 'Read in a year of the official calendar' },
    who: holding('review.calendar'),
    input: z.object({
      year,
      noticeNo: z.string().trim().min(4).max(60).optional(),
      source: z.string().trim().min(2).max(200).optional(),
      /** Left out: from the collection that comes with the platform. */
      days: z.array(calendarDay).min(1).max(200).optional(),
    }),
    output: z.object({
      version: z.number().int(),
      days: z.number().int(),
      /** Open cases whose deadline was computed anew. */
      recomputed: z.number().int(),
    }),
  }),
})
