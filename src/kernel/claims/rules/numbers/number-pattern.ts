import { HEDGES_AFTER, HEDGES_BEFORE } from './hedges.ts'
import { CHINESE_DIGITS } from './numerals.ts'
import { UNIT_PATTERN } from './units.ts'

const ARABIC = String.raw`\d+(?:\.\d+)?[万亿]\d+(?=[万千百])|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
/** 千 of 千瓦 belongs to the unit. */
const THOUSAND = '千(?![瓦伏克卡赫])'
const TIMES = `(?:[十百万亿]|${THOUSAND})+`
const CHINESE = `[${CHINESE_DIGITS}十](?:[${CHINESE_DIGITS}十百万亿拾佰仟]|${THOUSAND})*(?:点[零〇一二三四五六七八九]+)?`
const PAIRS = '一二|二三|两三|三四|三五|四五|五六|六七|七八|八九'

/** 百分之九十八点五, 三分之二, 1/3. */
const FRACTION = `(?<whole>百|千|万|[${CHINESE_DIGITS}十]+|\\d+)分之(?<part>${ARABIC}|${CHINESE}|百)|(?<upper>\\d{1,2})\\/(?<lower>\\d{1,3})(?![\\d/])`

/** Numbers with both ends open: 十几, 几十万, 数百, 上千, 二三十, 十七八. */
const VAGUE = [
  String.raw`(?<tens>[二三四五六七八九]?十)几`,
  String.raw`(?<some>几|好几|数)(?<places>[十百千万亿]+)`,
  String.raw`(?<up>上|成)(?<upTo>[百千万亿]+(?:上[千万])?)(?=[${'余多个名人家次场元项件亩吨条位公平支台辆篇封份册套户所座处栋'}])`,
  // 产值过百亿的: what is meant stands before it, and no unit behind.
  String.raw`(?<past>过|超|破)(?<pastTo>[十百千]+[万亿]+)(?=的|[，。；、])`,
  `(?<tensBefore>[二三四五六七八九]?十)?(?<pair>${PAIRS})(?<pairPlaces>[十百千万亿]*)(?=[余多个名人家次场元项件年天月位岁成])`,
  String.raw`(?<few>几)(?=个|名|位|次|家|年|天|项|件|场|种|人|条|处|万)`,
  String.raw`(?<several>若干)`,
].join('|')

const HALF = `(?<half>过半数?|半数|一半|半(?=年|天|小时|个月|个小时|数))`

/** A number of its own: digits or letters, 余 or 多 within, and what multiplies it. */
const one = (id: string) =>
  `(?:(?<arabic${id}>${ARABIC})|(?<chinese${id}>${CHINESE}|[百千万亿](?=[余多])|[百千万][万亿]+))(?<within${id}>[余多几]|来(?=[个名人万千年天岁]))?(?<times${id}>${TIMES})?`

const RANGE = `(?:${one('Low')}(?<lowUnit>${UNIT_PATTERN})?(?:-|至|到)${one('High')})`

export const NUMBER_PATTERN = new RegExp(
  `(?<before>${HEDGES_BEFORE})?\\s?(?:${FRACTION}|${VAGUE}|${HALF}|${RANGE}|${one('')})(?<behind>[余多](?![${CHINESE_DIGITS}]))?\\s?(?<unit>${UNIT_PATTERN})?(?<more>[余多](?=月|$|[^${CHINESE_DIGITS}次样元种]))?(?<after>${HEDGES_AFTER})?`,
  'g',
)
