import type { Problem } from '#platform/failures.ts'

/** What is said of a number that is not right: why, and what would have been accepted. No refusal repeats the number. */

const problem = (code: string, zh: string, en: string, acceptedZh: string, acceptedEn: string): Problem => ({
  field: 'documentNumber',
  code: `document-${code}`,
  reason: { zh, en },
  accepted: { zh: acceptedZh, en: acceptedEn },
})

export const eatenBySpreadsheet = problem(
  'eaten',
  '身份证号码被电子表格改成了科学计数（如 1.10105E+17），后几位已丢失。',
  'A spreadsheet turned the number into 1.10105E+17; its last digits are lost.',
  '把该列设为“文本”格式，重新填写18位号码',
  'the column set to text, and the 18 digits typed again',
)

export const roundedBySpreadsheet = problem(
  'rounded',
  '号码最后三位是000且校验不符，很可能被电子表格截断。',
  'The number ends in 000 and its check fails: a spreadsheet has probably rounded it.',
  '把该列设为“文本”格式，重新填写18位号码',
  'the column set to text, and the 18 digits typed again',
)

export const wrongShape = (length: number) =>
  problem(
    'shape',
    `身份证号码应为18位（或旧的15位），这里是${length}位，或含有其他字符。`,
    `An identity number has 18 characters (or the old 15); this has ${length}, or other characters in it.`,
    '17位数字加1位数字或X',
    '17 digits and a digit or X',
  )

export const wrongCheck = problem(
  'check',
  '身份证号码最后一位校验不符，请逐位核对。',
  'The last character does not fit the others: compare every digit.',
  '与证件上完全一致的18位号码',
  'the 18 characters exactly as on the card',
)

export const wrongBirthday = (bornOn: string) =>
  problem(
    'birthday',
    `号码中的出生日期（${bornOn}）不是一个可能的日期。`,
    `The day of birth in the number (${bornOn}) is not a possible one.`,
    '与证件上完全一致的18位号码',
    'the 18 characters exactly as on the card',
  )

export const unknownRegion = (region: string) =>
  problem(
    'region',
    `号码的前6位（${region}）不在历年行政区划代码中。`,
    `The first six digits (${region}) were never a region code.`,
    '与证件上完全一致的18位号码；已撤销的旧代码也可以',
    'the number exactly as on the card; withdrawn codes are good',
  )

export const demoRegion = problem(
  'demo',
  '410499 是演示数据专用的代码，正式系统不接受。',
  'Region 410499 belongs to demo data and is refused here.',
  '真实证件上的号码',
  'the number of a real document',
)
