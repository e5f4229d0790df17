import type { Text } from '#platform/text.ts'

/**
 * Why a line of a ride file is refused for its form alone, before any record is asked. The numbers go on from those of
 * `results.ts`, stand in the database and in answered files, and are never given to another reason.
 */
export const formRefusals = {
  'wrong-fare': { no: 30, zh: '票价不是规定的金额', en: 'the fare is not the agreed one' },
  'decimal-fen': {
    no: 31,
    zh: '票价带小数：金额以整数分填写',
    en: 'the fare has decimals: amounts are whole fen',
  },
  malformed: { no: 32, zh: '这一行的栏数或写法不对', en: 'the line has the wrong fields' },
  forged: { no: 33, zh: '乘车码签名不符', en: 'the code’s signature does not hold' },
  'line-number': { no: 34, zh: '行号不是上一行加一', en: 'the line number does not follow the one before' },
  'not-ascii': { no: 35, zh: '数据行里有非 ASCII 字符', en: 'a line of data holds other than ASCII letters' },
} satisfies Record<string, Text & { no: number }>

export type FormRefusal = keyof typeof formRefusals
