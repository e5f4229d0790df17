import type { Text } from '#platform/text.ts'

/**
 * The ride file: a day's scans of one reader, signed as a whole. docs/ride-files.md says it byte by byte.
 * `#zhenyi-rides,1,<reader>,<number>,<made at>` · one line a scan · `#end,<lines>,<signature>`
 */
export const FILE_WORD = 'zhenyi-rides'

/** Names the form of the file and the algorithm of both signatures: Ed25519 over SHA-256 (RFC 8032). */
export const FILE_VERSION = '1'

/** What the reader's key signs: these bytes, a zero byte, and the digest. No signature of another use fits here. */
export const SIGNED_PREFIX = 'zhenyi-rides-1\0'

export const SIGNATURE_LETTERS = 86

export type FileHead = {
  readonly reader: string
  /** Counts up by one from the reader's first file on. */
  readonly number: number
  /** The reader's clock, in seconds since 1970. */
  readonly madeAt: number
}

export type FileEnd = { readonly lines: number; readonly signature: string }

const HEAD = /^#zhenyi-rides,(\d{1,3}),([A-Za-z0-9-]{1,24}),([1-9]\d{0,8}),(\d{9,11})$/
const END = /^#end,(\d{1,9}),([\w-]{86})$/

/** Why a file is refused as a whole: nothing of it is counted. */
export type FileRefusal = keyof typeof fileRefusals

export const fileRefusals = {
  'not-a-ride-file': {
    zh: '这不是乘车文件：第一行应以 #zhenyi-rides 开头。',
    en: 'This is no ride file: its first line begins with #zhenyi-rides.',
  },
  'utf-16': {
    zh: '文件被另存成了 UTF-16。请用读卡机的原文件。',
    en: 'The file was saved again as UTF-16. Send the reader’s own file.',
  },
  'unknown-version': {
    zh: '不认识这个文件版本，这里接受版本 1。',
    en: 'This version of the format is not known here; version 1 is.',
  },
  'unknown-reader': { zh: '没有登记过这台读卡机。', en: 'No reader of this name is registered.' },
  'wrong-reader': {
    zh: '这台读卡机登记在另一家公司名下。',
    en: 'This reader is registered with another company.',
  },
  'retired-reader': {
    zh: '文件生成时这台读卡机已经停用。',
    en: 'The reader was retired when this file was made.',
  },
  truncated: {
    zh: '文件不完整：没有 #end 结尾行。请重新导出。',
    en: 'The file is cut off: its #end line is missing. Export it again.',
  },
  'count-differs': {
    zh: '结尾行写的行数和文件里的行数不一致。',
    en: 'The end line names another number of lines than there are.',
  },
  'after-end': { zh: '结尾行后面还有内容。', en: 'Something stands behind the end line.' },
  forged: {
    zh: '签名不符：文件被改动过，或不是这台读卡机签的。',
    en: 'The signature does not hold: the file was altered, or another reader signed it.',
  },
  'number-reused': {
    zh: '这台读卡机已经交过同一编号、内容不同的文件。',
    en: 'This reader sent another file under the same number.',
  },
  repeated: {
    zh: '同一个文件已经收过，这次什么都没有计入。',
    en: 'The same file was received before; nothing was counted again.',
  },
  'too-long': { zh: '有一行超过 4096 字节。', en: 'A line is longer than 4,096 bytes.' },
} satisfies Record<string, Text>

export function readHead(line: string): FileHead | FileRefusal {
  if (!line.startsWith(`#${FILE_WORD},`)) return 'not-a-ride-file'
  const [, version, reader, number, madeAt] = HEAD.exec(line) ?? []
  if (reader === undefined) return 'not-a-ride-file'
  if (version !== FILE_VERSION) return 'unknown-version'
  return { reader, number: Number(number), madeAt: Number(madeAt) }
}

export function readEnd(line: string): FileEnd | undefined {
  const [, lines, signature] = END.exec(line) ?? []
  return signature === undefined ? undefined : { lines: Number(lines), signature }
}
