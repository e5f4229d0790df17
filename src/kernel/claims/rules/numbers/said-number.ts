/** What a number in a text is for. Only amounts, rates and changes are figures; the rest is known so that it is left alone. */
export type NumberRole =
  /** So many of something: 301家, 近6万人, 45万元. */
  | 'amount'
  /** A part of a whole: 98%, 三分之一, 八成. */
  | 'rate'
  /** How much something grew or shrank: 增长5.2%, 提高3个百分点, 翻一番. */
  | 'change'
  /** A span of time: 三年, 五个工作日. */
  | 'duration'
  /** Somebody's age: 年满十六周岁. */
  | 'age'
  /** 一个, 一名, 一批: no more than an article. */
  | 'article'
  /** 2023年3月25日, 4月至6月, 8:00. */
  | 'date'
  /** 第三十条, 第十八次. */
  | 'ordinal'
  /** 〔2024〕12号, GB/T 9704—2012. */
  | 'document'
  /** Part of a name: 五小, 三会一课, 十四五, 一等奖. */
  | 'name'
  /** A telephone, a model, a number that names a thing: 12351, 1080P. */
  | 'code'

/** How a number is qualified: each is a range, by the tolerance where it has no edge of its own. */
export type Hedge =
  | 'exact'
  /** 近, 将近, 接近: a little below. */
  | 'near'
  /** 余, 多: a little above. */
  | 'over'
  /** 约, 左右, 大约, 上下: to both sides. */
  | 'about'
  /** 超, 超过, 逾, 突破: above, without the number itself. */
  | 'more-than'
  /** 至少, 不少于, 以上, 满: the number or above. 上千, 若干 too. */
  | 'at-least'
  /** 不足, 不到, 不满, 未满, 少于: below, without the number itself. */
  | 'less-than'
  /** 不超过, 以下, 以内, 至多: the number or below. */
  | 'at-most'
  /** 十几, 几十, 二三十, 3—5: from the first to the last. */
  | 'between'

/** What kind of thing a unit counts. Unlike ones are never compared: 人 is not 人次. */
export type UnitKind =
  | 'persons'
  | 'turns'
  | 'money'
  /** 美元: in its own unit, and never held against yuan. */
  | 'foreign-money'
  /** 次, 场, 场次, 车次: occasions, which may be somebody's turns. */
  | 'occasions'
  /** 家, 个, 处, 座: whatever the noun says. */
  | 'things'
  | 'ratio'
  /** 个百分点: a difference of two ratios. */
  | 'points'
  /** 倍, 番. */
  | 'times'
  | 'duration'
  | 'age'
  | 'area'
  | 'length'
  | 'weight'
  | 'volume'
  | 'energy'
  /** No unit was written. */
  | 'none'

export type SaidNumber = {
  /** Offsets in UTF-16 units, hedges and unit included; `end` is the first one behind. */
  readonly start: number
  readonly end: number
  /** The text between them, as it was written. */
  readonly words: string
  readonly role: NumberRole
  readonly hedge: Hedge
  /** The number itself, in base units: money in fen, a ratio as a part of one. Null where it is none: 若干. */
  readonly value: number | null
  /** What the words may mean, ends included unless `isOpen` tells otherwise; Infinity where there is no upper edge. */
  readonly low: number
  readonly high: number
  /** The measure word as written, without what multiplies it: 元 of 45万元. Empty where there is none. */
  readonly unit: string
  readonly kind: UnitKind
}
