import type { UnitKind } from './said-number.ts'

/**
 * Measure words by what they count. Longer ones are tried first, so that 人次 is not read as 人. Names after the list of
 * GB 3100 and GB/T 15835-2011 (numerals in publications), and what government reports write.
 */
const WORDS: Readonly<Record<Exclude<UnitKind, 'none'>, string>> = {
  turns: '人次 人·次 客次 乘次 诊次 例次',
  persons: '人 名 位 员 口人 口 人/日',
  money: '元 块钱 块 角 分钱',
  'foreign-money': '美元 欧元 港元 日元 英镑',
  occasions: '次 场 期 回 趟 轮 遍 届 场次 户次 车次 架次 班次 频次 件次 台次 艘次 批次 辆次',
  things:
    '家 个 处 座 所 站 间 栋 幢 项 条 件 种 类 批 篇 册 本 部 台 辆 套 份 张 支 面 块 顶 枚 宗 例 起 门 节 课 组 队 层 款 笔 株 棵 头 只 架 艘 列 班 幅 首 颗 粒 瓶 盒 袋 箱 桶 把 户 对 双 集 版 道 页 卷 句 分 帧 桩 席 张床位 床位 车位 村 镇 县 乡 标准箱 具 根 盘 片 尾 羽 匹 峰 眼 口井 盏 杆 个县区',
  ratio: '% ‰ 成',
  points: '个百分点 百分点 个千分点 千分点 个基点 基点',
  times: '倍 番',
  duration:
    '个工作日 工作日 个自然日 自然日 个交易日 个季度 个星期 个小时 个学期 个学年 个年度 个月 个周 年度 周年 星期 小时 分钟 秒钟 课时 学时 工时 年 月 周 天 日 秒 载 世纪 个世纪',
  age: '周岁 岁',
  area: '平方千米 平方公里 平方米 公顷 亩 平方厘米 平米 ㎡',
  length: '千米 公里 厘米 毫米 纳米 微米 海里 米 里 车道公里 航道公里',
  weight: '标准煤 公斤 千克 毫克 微克 吨 斤 克',
  volume: '立方千米 立方米 立方 方 毫升 标准立方米 升',
  energy:
    '千瓦时 千瓦·时 千伏安 千瓦 兆瓦 千伏 伏 度电 度 摄氏度 ℃ 分贝 赫兹 兆赫 比特 字节 马力 千卡 毫克/升 微克/立方米 次/秒',
}

const KINDS = new Map<string, UnitKind>()
for (const [kind, words] of Object.entries(WORDS))
  for (const word of words.split(' ')) if (!KINDS.has(word)) KINDS.set(word, kind as UnitKind)

/** 2000亿方, but not 两方面. */
const escaped = (word: string) =>
  word === '方' ? '方(?![面案式向法])' : word.replaceAll(/[.·/]/g, String.raw`\$&`)

/** For a pattern: every measure word, the longest first. */
export const UNIT_PATTERN = [...KINDS.keys()]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')

export const kindOf = (unit: string): UnitKind => (unit === '' ? 'none' : (KINDS.get(unit) ?? 'things'))

/** How many tens stand between what is written and what is kept: yuan are kept in fen, per cent as a part of one. */
export function shiftOf(unit: string): number {
  switch (unit) {
    case '元':
    case '块':
    case '块钱':
      return 2
    case '角':
      return 1
    case '个千分点':
    case '千分点':
      return -1
    case '%':
      return -2
    case '‰':
      return -3
    case '成':
      return -1
    default:
      return 0
  }
}
