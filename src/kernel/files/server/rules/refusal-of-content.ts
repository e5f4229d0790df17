import { invalid, type Failure } from '#platform/failures.ts'
import { fileKinds, type FileKind, type Recognised } from './file-kinds.ts'

const text = { zh: '文字文件', en: 'a file of text' }

/** Says what the file is, and what would have been taken instead. */
export function refusalOf(found: Recognised, accepts: readonly FileKind[]): Failure {
  const texts = accepts.map((kind) => fileKinds[kind].text)
  const accepted = {
    zh: texts.map((text) => text.zh).join('、'),
    en: texts.map((text) => text.en).join(' or '),
  }
  if ('unknown' in found) {
    return invalid('unknown-content', {
      field: 'file',
      reason: {
        zh: '看不出这是什么文件，可能已损坏。',
        en: 'What this file is cannot be told; it may be damaged.',
      },
      accepted,
    })
  }
  // Text of any sort is known as a CSV's; whoever did not send a table should not read that they did.
  const what = 'foreign' in found ? found.foreign : found.kind === 'csv' ? text : fileKinds[found.kind].text
  return invalid('wrong-content', {
    field: 'file',
    reason: {
      zh: `从内容看，这是${what.zh}，这里不能用。`,
      en: `By its content this is ${what.en}, which cannot be used here.`,
    },
    accepted,
  })
}
