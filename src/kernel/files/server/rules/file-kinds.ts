import type { Text } from '#platform/text.ts'

/** Kinds that a purpose may accept. A kind is known by its bytes, never by the file's name. */
export type FileKind = 'xlsx' | 'csv' | 'jpeg' | 'png' | 'webp' | 'pdf' | 'mp4'

export const fileKinds: Readonly<Record<FileKind, { readonly mediaType: string; readonly text: Text }>> = {
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    text: { zh: 'Excel 表格（.xlsx）', en: 'an Excel sheet (.xlsx)' },
  },
  csv: { mediaType: 'text/csv', text: { zh: 'CSV 表格', en: 'a CSV table' } },
  jpeg: { mediaType: 'image/jpeg', text: { zh: 'JPEG 图片', en: 'a JPEG picture' } },
  png: { mediaType: 'image/png', text: { zh: 'PNG 图片', en: 'a PNG picture' } },
  webp: { mediaType: 'image/webp', text: { zh: 'WebP 图片', en: 'a WebP picture' } },
  pdf: { mediaType: 'application/pdf', text: { zh: 'PDF 文件', en: 'a PDF' } },
  mp4: { mediaType: 'video/mp4', text: { zh: 'MP4 视频', en: 'an MP4 video' } },
}

/** What people send by mistake, so that the refusal can name it. */
const foreign = {
  heic: {
    zh: 'HEIC 照片（请在手机相机设置里选“兼容性最佳”，或转成 JPEG）',
    en: 'a HEIC photo (choose "Most Compatible" in the camera settings, or convert it to JPEG)',
  },
  xls: {
    zh: '旧版 .xls 或带密码的文件（请另存为不带密码的 .xlsx）',
    en: 'an old .xls or a file with a password (save it as .xlsx without one)',
  },
  word: { zh: 'Word 文档', en: 'a Word document' },
  archive: { zh: '压缩包', en: 'an archive' },
  gif: { zh: 'GIF 图片', en: 'a GIF' },
  mov: {
    zh: 'MOV 视频（请在手机相机设置里选“兼容性最佳”，或在剪辑软件里导出为 MP4）',
    en: 'a MOV video (choose "Most Compatible" in the camera settings, or export it as MP4)',
  },
  video: { zh: 'MP4 以外的视频', en: 'a video that is no MP4' },
  program: { zh: '程序', en: 'a program' },
  page: { zh: '网页', en: 'a web page' },
} satisfies Record<string, Text>

export type Recognised = { readonly kind: FileKind } | { readonly foreign: Text } | { readonly unknown: true }

type Signature = {
  readonly matches: (head: string, tail: string) => boolean
  readonly is: FileKind | keyof typeof foreign
}

const starts = (pattern: RegExp) => (head: string) => pattern.test(head)
const zip = (part: string) => (head: string, tail: string) =>
  head.startsWith('PK\x03\x04') && tail.includes(part)

// In this order: the first that matches decides. Bytes are compared as Latin-1 text.
const signatures: readonly Signature[] = [
  { is: 'jpeg', matches: starts(/^\xff\xd8\xff/) },
  { is: 'png', matches: starts(/^\x89PNG\r\n\x1a\n/) },
  { is: 'webp', matches: starts(/^RIFF[^]{4}WEBP/) },
  { is: 'heic', matches: starts(/^[^]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1|avif)/) },
  { is: 'mov', matches: starts(/^[^]{4}ftypqt /) },
  { is: 'mp4', matches: starts(/^[^]{4}ftyp(?:iso[m0-9]|mp4[12v]|avc1|M4V[ HP]|MSNV|dash|XAVC)/) },
  { is: 'video', matches: starts(/^(?:[^]{4}ftyp|\x1aE\xdf\xa3|RIFF[^]{4}AVI )/) },
  { is: 'gif', matches: starts(/^GIF8/) },
  { is: 'pdf', matches: starts(/^%PDF-/) },
  { is: 'xls', matches: starts(/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/) },
  { is: 'xlsx', matches: zip('xl/workbook') },
  { is: 'word', matches: zip('word/document') },
  { is: 'archive', matches: starts(/^(?:PK\x03\x04|Rar!|7z\xbc\xaf|\x1f\x8b)/) },
  { is: 'program', matches: starts(/^(?:MZ|\x7fELF|#!)/) },
  { is: 'page', matches: starts(/^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|svg|script)/i) },
]

/** How much of a file's start and end `recognise` wants; a ZIP's list of parts stands at the end. */
export const HEAD_BYTES = 4096
export const TAIL_BYTES = 65_536

/** What a file is by its first and last bytes. Text of any encoding is a CSV: its reader judges the rest. */
export function recognise(head: Buffer, tail: Buffer): Recognised {
  const found = signatures.find(({ matches }) => matches(head.toString('latin1'), tail.toString('latin1')))
  if (found === undefined) return looksLikeText(head) ? { kind: 'csv' } : { unknown: true }
  return found.is in fileKinds
    ? { kind: found.is as FileKind }
    : { foreign: foreign[found.is as keyof typeof foreign] }
}

/** Text has no control characters but tab, line ends and form feed; UTF-16 is known by its mark. */
function looksLikeText(head: Buffer): boolean {
  const mark = head.subarray(0, 2).toString('hex')
  if (mark === 'feff' || mark === 'fffe') return true
  return head.every((byte) => byte >= 0x20 || byte === 9 || byte === 10 || byte === 12 || byte === 13)
}
