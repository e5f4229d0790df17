import { CHINESE_DIGITS } from './numerals.ts'
import type { NumberRole } from './said-number.ts'
import { SET_PHRASES } from './set-phrases.ts'
import { UNIT_PATTERN } from './units.ts'

const YEAR = '(?:1[6-9]|20|21)\\d{2}'
const MONTH = '(?:1[0-2]|0?[1-9])'
const DAY = '(?:[12]\\d|3[01]|0?[1-9])'
const CHINESE = `[${CHINESE_DIGITS}十]`
const SMALL = '[一二两三四五六七八九十]{1,2}'
const ANY = '[零〇一二三四五六七八九十百千两\\d]'
/** Latin units are amounts: 100km. Other letters make a model or a standard of it: 5G, A4, 1080P. */
const LATIN_UNIT = '(?:km|kg|cm|mm|m|t|kWh|kW|MW|GW|TB|GB|MB|mL|ml|L|mg|g|Hz)(?![A-Za-z\\d])'

const MONTHS = `${MONTH}月(?:份|底|初|末|中旬|上旬|下旬)?(?:${DAY}[日号])?(?:(?:至|-|、)(?:${MONTH}月(?:份|底|初|末)?)?(?:${DAY}[日号])?)*`

/** Each finds what is a number and no figure, on a text with plain digits. The first that takes a place keeps it. */
const FINDERS: readonly (readonly [NumberRole, RegExp])[] = [
  ['code', /https?:\/\/[\w./?=&%#-]+|[\w.]+@[\w.]+/g],
  ['document', /[〔[［]\d{4}[〕\]］]\s*第?\s*\d+\s*号/g],
  ['document', /(?:GB|DB|HJ|ISO|IEC|JGJ|CJJ|YY|LD)(?:\/[A-Z])?\s?\d+(?:\.\d+)*(?:-\d{4})?/g],
  ['code', new RegExp(`(?<![\\d.])1[3-9]\\d{9}(?!\\d|\\s?(?:${UNIT_PATTERN}))`, 'g')],
  ['code', /(?<!\d)0\d{2,3}-\d{7,8}(?!\d)|(?<![\dA-Z])[1-9]\d{16}[\dXx](?!\d)/g],
  [
    'code',
    /(?<!\d)(?:12\d{3}|1[12]\d|96\d{3}|400-?\d{3}-?\d{4})(?=[”"]?(?:热线|电话|服务|平台|客服|专线|便民))/g,
  ],
  ['date', new RegExp(`(?<!\\d)${YEAR}年?(?:-|至|到)(?:${YEAR}|\\d{2})年(?:度|底|末|初|间)?`, 'g')],
  ['date', new RegExp(`(?<!\\d)${YEAR}[-/.]${MONTH}[-/.]${DAY}(?!\\d)`, 'g')],
  [
    'date',
    new RegExp(
      `(?<!\\d)${YEAR}\\s*年(?!多|余|来|以上|以下|左右)(?:度|底|末|初|间)?(?:[一二三四]季度)?(?:\\s*${MONTHS})?`,
      'g',
    ),
  ],
  [
    'date',
    new RegExp(`[一二][〇零一二三四五六七八九]{3}年(?:${CHINESE}{1,2}月(?:${CHINESE}{1,3}[日号])?)?`, 'g'),
  ],
  ['date', new RegExp(`(?<![\\d.])${MONTH}(?:-|至|到)${MONTHS}`, 'g')],
  ['date', new RegExp(`(?<![\\d.个])${MONTHS}`, 'g')],
  [
    'date',
    new RegExp(
      `(?<![个${CHINESE_DIGITS}十])(?:十[一二]?|[一二三四五六七八九])月(?:份|底|初|末|上旬|中旬|下旬)?(?:${CHINESE}{1,3}[日号])?`,
      'g',
    ),
  ],
  ['date', /(?:\d{2,4}|[二三四五六七八九]十)年代|(?:\d{1,2}|[一二]?十[一二三四五六七八九]?)世纪/g],
  ['date', /(?<!\d)(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?:-(?:[01]?\d|2[0-4]):[0-5]\d)?/g],
  ['date', /(?<![\d.])(?:[01]?\d|2[0-4])时(?![间代长期段])(?:[0-5]?\d分)?/g],
  ['date', /(?:上午|下午|晚上|凌晨|早上|中午)(?:\d{1,2}|[一二三四五六七八九十]{1,2})点(?:半|\d{1,2}分)?/g],
  ['date', /前?[一二三四]个?季度(?!以|内)/g],
  ['date', /(?:[上下]|(?<!学)前)一(?:个?年度?|季度|个?月)(?!以|内)/g],
  ['ordinal', /[上下前后]一(?:级|届|阶段|环节)|[[［]\d{1,3}[\]］]/g],
  // A campaign's name of its own: “1351”体系, “40条”, “七个专项行动”, “1+1+10”; never a sentence that is quoted.
  [
    'name',
    new RegExp(
      `(?<=“)(?:\\d+(?:\\+[\\dN]+)*(?:${UNIT_PATTERN})?|${SMALL}[个大类项条件张][^“”，。；、\\d]{0,8})(?=”)`,
      'g',
    ),
  ],
  ['name', new RegExp(`(?<=“[^“”，。；、\\d]{1,6})${SMALL}[个次件张类](?=”)`, 'g')],
  ['date', /(?:星期|礼拜|周)[一二三四五六](?!个)|(?:初|廿)[一二三四五六七八九十]|大年三十|正月十五/g],
  [
    'name',
    /“[^”“]{0,4}十[一二三四五](?:五)?[^”“]{0,2}”|十[一二三四五]五(?=规划|时期|期间|末|以来|”)|[“"]?\d{1,2}·\d{1,2}[”"]?/g,
  ],
  ['name', /[一二三四五六七八九十\d特]+等(?:奖|功|级|品|舱|座)|[一二三四五六七]星级|[二两]院|[一二三四]本/g],
  ['name', /[一二三四五六七八九十]+(?:次会议|中全会|大以来|大报告|大精神)/g],
  [
    'ordinal',
    new RegExp(
      `第\\s*${ANY}+万?(?:(?:至|、|-)第?${ANY}+)*(?:条之一|[条款项届次章节号批名位个期篇卷册页编类部轮代届]|产业|季度)?`,
      'g',
    ),
  ],
  [
    'ordinal',
    new RegExp(
      `(?<=^|[\\n。；：:])\\s*${CHINESE}{1,3}(?=、)|[（(]${CHINESE}{1,3}[）)]|(?<=^|\\n)\\s*\\d{1,2}(?=[.、)）](?!\\d))|[（(]\\d{1,2}[）)]`,
      'g',
    ),
  ],
  [
    'ordinal',
    new RegExp(`(?<![${CHINESE_DIGITS}十])[一二三四五六七八九十](?=是(?![一二三四五六七八九十百\\d]))`, 'g'),
  ],
  [
    'code',
    new RegExp(`[A-Za-z]+[-/]?\\d+(?:\\.\\d+)?[A-Za-z]*|\\d+(?:\\.\\d+)?(?!${LATIN_UNIT})[A-Za-z]+\\d*`, 'g'),
  ],
  ['code', /\d+(?:路|号线|号楼|号门|号院|号文|号令|号公告|栋|单元|室)(?![公里])/g],
  // 之一 names nothing; 三分之一 does.
  ['name', /(?<!分)之一/g],
  ['name', new RegExp(SET_PHRASES.join('|'), 'g')],
]

export type Taken = { readonly start: number; readonly end: number; readonly role: NumberRole }

const HAS_NUMBER = new RegExp(`[${CHINESE_DIGITS}十百千万亿半双\\d]`)

/** What is no figure in a text with plain digits, in order. */
export function findNotFigures(plain: string): readonly Taken[] {
  const taken: Taken[] = []
  for (const [role, pattern] of FINDERS)
    for (const match of plain.matchAll(pattern)) {
      const lead = match[0].length - match[0].trimStart().length
      const start = match.index + lead
      const end = match.index + match[0].length
      if (start >= end || !HAS_NUMBER.test(match[0])) continue
      if (taken.every((other) => end <= other.start || start >= other.end)) taken.push({ start, end, role })
    }
  return taken.sort((a, b) => a.start - b.start)
}
