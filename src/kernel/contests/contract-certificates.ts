import { z } from 'zod'
import { anyone, command, fileAnswer, holding, instant, paging, person, query } from '#platform/contract.ts'
import { reason } from './shapes.ts'

const count = z.number().int()
const code = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/)

/** Why a certificate is revoked, as everybody is told: nothing of a person's conduct. */
export const ground = z.enum(['wrong-details', 'given-in-error', 'award-withdrawn'])
export type Ground = z.output<typeof ground>

export const certificateOperations = {
  makeCertificates: command({
    summary: { zh: '批量制作证书', en: 'Have the certificates of a standing result made, in batches' },
    who: holding('contests.run'),
    input: z.object({ contestId: z.uuid() }),
    output: z.object({ total: count }),
  }),
  getCertificateBatches: query({
    summary: { zh: '证书制作进度', en: 'How far the certificates are, and the files that are there' },
    who: holding('contests.read'),
    input: z.object({ contestId: z.uuid() }),
    output: z.object({
      total: count,
      made: count,
      batches: z
        .array(
          z.object({
            no: count,
            from: z.string(),
            to: z.string(),
            count,
            state: z.enum(['waiting', 'made', 'failed']),
          }),
        )
        .max(500),
    }),
  }),
  getCertificateBatch: query({
    summary: { zh: '下载一批证书', en: 'One file with a batch of certificates' },
    who: holding('contests.export'),
    audited: true,
    input: z.object({ contestId: z.uuid(), no: count.min(1).max(500), reason }),
    output: fileAnswer,
  }),
  getMyCertificate: query({
    summary: { zh: '我的获奖证书', en: 'The certificate of an entry, for whoever entered it' },
    who: person,
    audited: true,
    callsPerMinute: 10,
    input: z.object({ entryId: z.uuid() }),
    output: fileAnswer,
  }),
  listCertificates: query({
    summary: { zh: '证书名单', en: 'Certificates of a contest, those revoked too' },
    who: holding('contests.read'),
    input: z.object({ contestId: z.uuid(), ...paging }),
    output: z.object({
      rows: z
        .array(
          z.object({
            code,
            no: z.string(),
            awardName: z.string(),
            /** Null for a unit's prize. */
            title: z.string().nullable(),
            names: z.array(z.string()).max(100),
            unitName: z.string(),
            state: z.enum(['good', 'proposed', 'revoked']),
            ground: ground.nullable(),
            /** Of the newest proposal to revoke it; null where there was none. */
            caseId: z.uuid().nullable(),
            isReplaced: z.boolean(),
          }),
        )
        .max(200),
      total: count,
    }),
  }),
  proposeRevocation: command({
    summary: {
      zh: '提出撤销证书，送审',
      en: 'Propose that a certificate is revoked; somebody else decides',
    },
    who: holding('contests.run'),
    input: z.object({ code, ground, reason }),
    output: z.object({ caseId: z.uuid() }),
    sensitive: ['reason'],
  }),
  reissueCertificate: command({
    summary: {
      zh: '换发证书',
      en: 'Give a new certificate in the place of a revoked one, with the names as they should be',
    },
    who: holding('contests.run'),
    input: z.object({
      code,
      /** Null: as they stand in the entry. */
      names: z.array(z.string().trim().min(1).max(40)).min(1).max(100).nullable(),
      reason,
    }),
    output: z.object({ code, no: z.string() }),
    sensitive: ['names'],
  }),
  checkCertificate: query({
    summary: { zh: '查验证书', en: 'What a certificate says, by the code in its QR code' },
    who: anyone,
    callsPerMinute: 30,
    input: z.object({ code }),
    output: z.object({
      no: z.string(),
      contestId: z.uuid(),
      contestTitle: z.string(),
      organisationName: z.string(),
      awardName: z.string(),
      /** Null for a unit's prize. */
      title: z.string().nullable(),
      names: z.array(z.string()).max(100),
      unitName: z.string(),
      awardedOn: z.iso.date(),
      /** It does not hold any more; null where it does. */
      revoked: z.object({ at: instant, ground, isReplaced: z.boolean() }).nullable(),
    }),
  }),
}
