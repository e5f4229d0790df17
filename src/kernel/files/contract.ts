import { z } from 'zod'
import { command, operations, query, signedIn } from '#platform/contract.ts'
import { says } from '#platform/text.ts'

const filePurpose = z.string().regex(/^[a-z][a-z0-9-]*$/)

const uploadedFile = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  /** Of the bytes as they arrived, in hexadecimal. */
  sha256: z.string(),
})
export type UploadedFile = z.infer<typeof uploadedFile>

/**
 * An upload is three steps: announce it (`startUpload`, which a tus POST to /api/files/uploads calls), send the
 * bytes by tus as often as the line breaks, and have the content judged (`finishUpload`, which may be repeated).
 */
export const files = operations('files', {
  startUpload: command({
    summary: { zh: '开始上传', en: 'Announce an upload; the purpose says who may and what is accepted' },
    who: signedIn,
    forPartners: true,
    callsPerMinute: 60,
    input: z.object({
      purpose: filePurpose,
      name: z.string().trim().min(1).max(200),
      bytes: z.number().int().min(1, says('文件是空的', 'the file is empty')),
    }),
    output: z.object({ id: z.uuid() }),
  }),
  finishUpload: command({
    summary: {
      zh: '完成上传',
      en: 'Judge the content of an upload by its bytes, and keep it or say why not',
    },
    who: signedIn,
    forPartners: true,
    input: z.object({ id: z.uuid() }),
    output: uploadedFile,
  }),
  listPurposes: query({
    summary: { zh: '可以上传什么', en: 'What may be uploaded for what, and how large' },
    who: signedIn,
    input: z.object({}),
    output: z.object({
      rows: z
        .array(z.object({ purpose: filePurpose, maxBytes: z.number().int(), accepts: z.array(z.string()) }))
        .max(100),
    }),
  }),
})
