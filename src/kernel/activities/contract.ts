import { z } from 'zod'
import {
  anyone,
  command,
  fileAnswer,
  holding,
  instant,
  operations,
  paging,
  person,
  query,
} from '#platform/contract.ts'
import { activityDraft, activityPhase, checkInSource, standing, subject } from './shapes.ts'

const activityRow = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  about: subject.nullable(),
  title: z.string(),
  place: z.string(),
  startsAt: instant,
  endsAt: instant,
  signUpFrom: instant,
  signUpUntil: instant,
  capacity: z.number().int().nullable(),
  signedUp: z.number().int(),
  phase: activityPhase,
})

const mine = z.object({
  standing,
  /** How many stand before this person on the waiting list, and they themselves; null unless they wait. */
  position: z.number().int().nullable(),
  signedUpAt: instant,
  checkedInAt: instant.nullable(),
})

const personKey = z.object({ bk: z.number().int(), id: z.uuid() })
const reason = z.string().trim().min(2).max(300)
const code = z.string().regex(/^[0-9A-Za-z]{8,16}$/)

/** In the order in which an activity runs. */
export const activities = operations('activities', {
  createActivity: command({
    summary: { zh: '发布活动', en: 'Announce an activity' },
    who: holding('activities.run'),
    input: z.object({ organisationId: z.uuid(), about: subject.nullable(), draft: activityDraft }),
    output: z.object({ id: z.uuid() }),
  }),
  editActivity: command({
    summary: { zh: '修改活动', en: 'Change an activity; whoever signed up is told of a new time or place' },
    who: holding('activities.run'),
    input: z.object({ id: z.uuid(), version: z.number().int(), draft: activityDraft }),
    output: z.object({ version: z.number().int(), told: z.number().int() }),
  }),
  cancelActivity: command({
    summary: { zh: '取消活动', en: 'Call an activity off; whoever signed up is told why' },
    who: holding('activities.run'),
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({ told: z.number().int() }),
  }),
  listActivities: query({
    summary: { zh: '活动列表', en: 'Activities to come, or past ones' },
    who: anyone,
    input: z.object({
      view: z.enum(['coming', 'past']).default('coming'),
      about: subject.optional(),
      /** With `about`: only what the record's own organisation holds; anybody may name any record. */
      organisationId: z.uuid().optional(),
      ...paging,
    }),
    output: z.object({ rows: z.array(activityRow).max(200), total: z.number().int() }),
  }),
  getActivity: query({
    summary: { zh: '一次活动', en: 'One activity, and where the caller stands with it' },
    who: anyone,
    input: z.object({ id: z.uuid() }),
    output: activityRow.extend({
      summary: z.string(),
      version: z.number().int(),
      cancelReason: z.string().nullable(),
      seatsLeft: z.number().int().nullable(),
      waiting: z.number().int(),
      mine: mine.nullable(),
    }),
  }),
  signUp: command({
    summary: { zh: '报名', en: 'Sign up: a seat while there are seats, then the waiting list' },
    who: person,
    input: z.object({ id: z.uuid() }),
    output: mine.pick({ standing: true, position: true }),
  }),
  withdrawSignUp: command({
    summary: { zh: '取消报名', en: 'Withdraw; the first who waits takes the seat and is told' },
    who: person,
    input: z.object({ id: z.uuid() }),
    output: z.object({ standing }),
  }),
  listMySignUps: query({
    summary: { zh: '我报名的活动', en: 'Activities that the caller signed up for' },
    who: person,
    input: z.object({ ...paging }),
    output: z.object({
      rows: z.array(activityRow.extend({ mine })).max(200),
      total: z.number().int(),
    }),
  }),
  findByCode: query({
    summary: { zh: '签到码对应的活动', en: 'The activity whose check-in code this is' },
    who: anyone,
    input: z.object({ code }),
    output: z.object({ id: z.uuid().nullable() }),
    callsPerMinute: 30,
  }),
  checkInByCode: command({
    summary: {
      zh: '扫码签到',
      en: 'Check in by the code that hangs there, from an hour before until the end',
    },
    who: person,
    input: z.object({ code }),
    output: z.object({ id: z.uuid(), checkedInAt: instant }),
    sensitive: ['code'],
    callsPerMinute: 30,
  }),
  listStaffActivities: query({
    summary: { zh: '本级和下级的活动', en: 'Activities of the unit and those below' },
    who: holding('activities.read'),
    input: z.object({
      view: z.enum(['coming', 'past', 'all']).default('coming'),
      search: z.string().trim().max(40).optional(),
      ...paging,
    }),
    output: z.object({
      rows: z.array(activityRow.extend({ checkedIn: z.number().int() })).max(200),
      total: z.number().int(),
    }),
  }),
  listSignUps: query({
    summary: { zh: '报名名单', en: 'Who signed up, in order, and who came' },
    who: holding('activities.read'),
    input: z.object({ id: z.uuid(), ...paging }),
    output: z.object({
      rows: z
        .array(
          z.object({
            person: personKey,
            no: z.number().int(),
            name: z.string(),
            standing,
            position: z.number().int().nullable(),
            signedUpAt: instant,
            withdrawnAt: instant.nullable(),
            checkedInAt: instant.nullable(),
            source: checkInSource.nullable(),
          }),
        )
        .max(200),
      total: z.number().int(),
      seated: z.number().int(),
      waiting: z.number().int(),
      checkedIn: z.number().int(),
    }),
  }),
  checkInAtDesk: command({
    summary: { zh: '现场签到', en: 'Tick somebody off who signed up' },
    who: holding('activities.run'),
    input: z.object({ id: z.uuid(), person: personKey }),
    output: z.object({ checkedInAt: instant }),
  }),
  takeBackCheckIn: command({
    summary: { zh: '撤销签到', en: 'Take back a check-in that was a mistake; both stay on record' },
    who: holding('activities.run'),
    input: z.object({ id: z.uuid(), person: personKey, reason }),
    output: z.object({ takenBackAt: instant }),
  }),
  activityPoster: query({
    summary: { zh: '签到海报（A4）', en: 'One A4 page with the check-in code' },
    who: holding('activities.run'),
    audited: true,
    input: z.object({ id: z.uuid() }),
    output: fileAnswer,
  }),
  exportSignUps: query({
    summary: { zh: '导出报名名单', en: 'Who signed up and who came, as a table' },
    who: holding('activities.run'),
    audited: true,
    input: z.object({ id: z.uuid(), format: z.enum(['xlsx', 'csv']).default('xlsx'), reason }),
    output: fileAnswer,
  }),
})
