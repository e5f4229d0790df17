import { z } from 'zod'
import { personKey, reason } from '#kernel/people/shapes.ts'
import { command, holding, instant, person, query } from '#platform/contract.ts'

const endingState = z.enum([
  'asked',
  'left',
  'taken-back',
  'hearing',
  'heard',
  'expelled',
  'dropped',
  'appealed',
])

const membershipLine = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  fromDay: z.iso.date(),
  toDay: z.iso.date().nullable(),
  status: z.enum(['active', 'retained', 'moved', 'left', 'expelled']),
  newForm: z.boolean(),
})

const ending = z.object({
  id: z.uuid(),
  kind: z.enum(['leaving', 'expulsion']),
  state: endingState,
  openedAt: instant,
  caseId: z.uuid(),
})

export const standing = {
  mySituation: query({
    summary: { zh: '我的会籍和经历', en: 'My membership, what came before, and what is under way' },
    who: person,
    input: z.object({}),
    output: z.object({
      current: membershipLine.nullable(),
      /** Since when the member has been what they are, where that is not the first day. */
      retainedSince: z.iso.date().nullable(),
      unionIsDissolved: z.boolean(),
      earlier: z.array(membershipLine).max(100),
      ending: ending.nullable(),
    }),
  }),
  askToLeave: command({
    summary: { zh: '申请退会', en: 'Ask to leave the union' },
    who: person,
    callsPerMinute: 10,
    input: z.object({ reason: z.string().trim().max(400).default('') }),
    output: z.object({ id: z.uuid(), caseId: z.uuid() }),
  }),
  getMember: query({
    summary: { zh: '一名会员：会籍、经历、在办事项', en: 'One member: standing, history, what is under way' },
    who: holding('membership.read'),
    input: personKey,
    output: z.object({
      person: personKey,
      maskedName: z.string(),
      maskedDocument: z.string().nullable(),
      current: membershipLine.nullable(),
      earlier: z.array(membershipLine).max(100),
      lines: z
        .array(
          z.object({
            validFrom: z.iso.date(),
            organisationName: z.string(),
            status: membershipLine.shape.status,
            madeBy: z.string(),
          }),
        )
        .max(200),
      transferId: z.uuid().nullable(),
      ending: ending.nullable(),
      hasCard: z.boolean(),
      mayChange: z.boolean(),
      mayPropose: z.boolean(),
    }),
  }),
  retainMember: command({
    summary: { zh: '保留会籍', en: 'Keep a membership without a working union' },
    who: holding('membership.standing'),
    input: z.object({
      person: personKey,
      why: z.enum(['retired', 'laid-off', 'union-dissolved', 'other']),
      fromDay: z.iso.date(),
      reason,
    }),
    output: z.object({ status: membershipLine.shape.status }),
  }),
  resumeMember: command({
    summary: { zh: '恢复会籍', en: 'Bring a retained membership back onto the roll' },
    who: holding('membership.standing'),
    input: z.object({ person: personKey, fromDay: z.iso.date(), reason }),
    output: z.object({ status: membershipLine.shape.status }),
  }),
  proposeExpulsion: command({
    summary: { zh: '提出除名', en: 'Propose to expel a member, who is heard first' },
    who: holding('membership.standing'),
    input: z.object({ person: personKey, reason }),
    output: z.object({ id: z.uuid(), caseId: z.uuid() }),
  }),
}
