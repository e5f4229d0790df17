import { z } from 'zod'
import { anyone, command, fileAnswer, holding, instant, paging, query, signedIn } from '#platform/contract.ts'
import {
  certificateFace,
  certificateRow,
  certificateState,
  day,
  documentKind,
  duty,
  evidenceRow,
  likenessRow,
  photoKind,
  proposedSanction,
  sanctionRow,
} from './shapes-certificates.ts'
import { position, stationCode, text } from './shapes.ts'

const reason = z.string().trim().min(4).max(400)
const adcode = z
  .string()
  .regex(/^\d{6}$/)
  .optional()

const listFilter = {
  state: certificateState.optional(),
  /** A criterion that fails. */
  criterion: z.string().max(40).optional(),
  adcode,
  /** Those that lapse within so many days, soonest first. */
  lapsingWithinDays: z.number().int().min(1).max(365).optional(),
  search: z.string().trim().max(60).optional(),
}

/** What a station's certificate is after something was brought or taken back. */
const after = { state: certificateState, lapsesOn: day.nullable(), failing: z.array(text) }

export const certificateOperations = {
  certificate: query({
    summary: {
      zh: '驿站证书：每一项为什么符合或不符合',
      en: 'A certificate with the reason for each criterion',
    },
    who: anyone,
    cacheSeconds: 30,
    input: z.object({ code: stationCode }),
    output: certificateFace,
  }),
  listCertificates: query({
    summary: { zh: '证书列表', en: 'Certificates within reach, by state, criterion and what lapses soon' },
    who: holding('stations.read'),
    input: z.object({
      ...listFilter,
      sort: z.enum(['code', 'lapsesOn', 'since']).default('code'),
      ...paging,
    }),
    output: z.object({
      rows: z.array(certificateRow),
      total: z.number().int(),
      /** Of all within reach, whatever the filter. */
      counts: z.array(z.object({ state: certificateState, count: z.number().int() })).max(5),
      criteria: z.array(z.object({ id: z.string(), title: text, failing: z.number().int() })).max(20),
      lapsingIn30Days: z.number().int(),
    }),
  }),
  exportCertificates: query({
    summary: { zh: '导出证书台账', en: 'Export the register of certificates within reach' },
    who: holding('stations.export'),
    audited: true,
    input: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx'), reason, ...listFilter }),
    output: fileAnswer,
  }),
  getStaffCertificate: query({
    summary: { zh: '证书的全部依据和处理', en: 'All evidence and decisions behind a certificate' },
    who: holding('stations.read'),
    input: z.object({ code: stationCode }),
    output: z.object({
      evidence: z.array(evidenceRow).max(200),
      sanctions: z.array(sanctionRow).max(50),
      warningsThisYear: z.number().int(),
      openSanctionCaseId: z.uuid().nullable(),
      mayWithdraw: z.boolean(),
      maySanction: z.boolean(),
      /** The decisions that may be proposed now. */
      sanctionable: z.array(proposedSanction).max(3),
    }),
  }),
  keeperDuties: query({
    summary: { zh: '我的驿站要补什么', en: "What the caller's stations must renew, soonest first" },
    who: signedIn,
    input: z.object({}),
    output: z.object({
      rows: z
        .array(
          z.object({
            code: z.string(),
            name: z.string(),
            state: certificateState,
            lapsesOn: day.nullable(),
            duties: z.array(duty).max(20),
            /** Findings that the station may still answer. */
            findings: z
              .array(
                z.object({ caseId: z.uuid(), at: instant, failing: z.array(text), dueOn: day.nullable() }),
              )
              .max(10),
          }),
        )
        .max(50),
    }),
  }),
  photoChallenge: command({
    summary: {
      zh: '领取拍照任务',
      en: 'Begin a photo: bound to station, kind, person and the next minutes',
    },
    who: signedIn,
    callsPerMinute: 60,
    answersSecret: true,
    input: z.object({ code: stationCode, what: photoKind }),
    output: z.object({ challenge: z.string(), issuedAt: instant, until: instant }),
  }),
  sendPhoto: command({
    summary: { zh: '提交现场照片', en: 'Bring a photo that was taken at the station just now' },
    who: signedIn,
    sensitive: ['challenge', 'presence', 'position'],
    callsPerMinute: 60,
    input: z.object({
      code: stationCode,
      what: photoKind,
      challenge: z.string().max(600),
      fileId: z.uuid(),
      /** When the shutter was pressed, by the device. */
      capturedAt: z.iso.datetime(),
      presence: z.string().max(600).optional(),
      position: position.optional(),
    }),
    output: z.object({ evidenceId: z.uuid(), ...after, alike: z.number().int() }),
  }),
  confirmKeeping: command({
    summary: { zh: '管理员确认登记属实', en: 'The keeper confirms that all is as the register has it' },
    who: signedIn,
    input: z.object({ code: stationCode }),
    output: z.object({ repeated: z.boolean(), ...after }),
  }),
  sendDocument: command({
    summary: { zh: '提交文件依据', en: 'Bring a signed paper' },
    who: signedIn,
    input: z.object({ code: stationCode, of: documentKind, fileId: z.uuid(), signedOn: day }),
    output: z.object({ evidenceId: z.uuid(), ...after }),
  }),
  withdrawEvidence: command({
    summary: { zh: '撤回依据', en: 'Take evidence back; the certificate is computed anew' },
    who: holding('stations.edit'),
    input: z.object({ id: z.uuid(), reason }),
    output: z.object({ withdrawn: z.boolean(), ...after }),
  }),
  evidenceFile: query({
    summary: { zh: '查看依据原件', en: 'The original of a photo or paper, as it arrived' },
    who: holding('stations.read'),
    audited: true,
    input: z.object({ id: z.uuid() }),
    output: fileAnswer,
  }),
  listLikenesses: query({
    summary: { zh: '看起来是同一张的照片', en: 'Photos of two stations that look alike' },
    who: holding('stations.read'),
    input: z.object({ isOpen: z.boolean().default(true), ...paging }),
    output: z.object({
      rows: z.array(likenessRow),
      total: z.number().int(),
      shownFromBits: z.number().int(),
    }),
  }),
  decideLikeness: command({
    summary: { zh: '判定两张照片', en: 'Say whether two photos are one; the later one is then taken back' },
    who: holding('stations.edit'),
    input: z.object({ id: z.uuid(), isSame: z.boolean(), reason }),
    output: z.object({ withdrawn: z.boolean() }),
  }),
  proposeSanction: command({
    summary: {
      zh: '提请暂停、撤销或恢复证书',
      en: 'Propose a suspension, a withdrawal or a restoration; somebody else decides',
    },
    who: holding('stations.sanction'),
    input: z.object({ code: stationCode, kind: proposedSanction, reason }),
    output: z.object({ caseId: z.uuid() }),
  }),
}
