import type { Hedge } from './said-number.ts'

const BEFORE: readonly (readonly [Hedge, string])[] = [
  [
    'at-most',
    '不得超过 不得高于 不得多于 不应超过 不超过 不高于 不多于 不大于 不晚于 最多 至多 最高 最长 控制在 上限为',
  ],
  ['at-least', '不得少于 不得低于 不应少于 不少于 不低于 不小于 至少 最少 最低 年满 已满 届满 满 下限为'],
  ['less-than', '不足 不到 不满 未满 未达 少于 低于 小于'],
  ['more-than', '超过 突破 跨越 跨过 越过 高于 多于 大于 超 逾'],
  ['near', '将近 接近 近'],
  ['about', '大约 大概 约为 约占 约有 约合 约'],
  ['exact', '高达 多达 达到 达 整整 共计 累计 合计 总计 仅 共 整'],
]

const AFTER: readonly (readonly [Hedge, string])[] = [
  ['at-least', '及以上 （含）以上 以上 及其以上 起'],
  ['at-most', '及以下 以下 以内 之内 及以内 内'],
  ['about', '左右 上下 前后 许'],
  ['exact', '之多 整'],
]

const pattern = (pairs: readonly (readonly [Hedge, string])[]) =>
  pairs
    .flatMap(([, words]) => words.split(' '))
    .sort((a, b) => b.length - a.length)
    .join('|')

const table = (pairs: readonly (readonly [Hedge, string])[]) =>
  new Map(pairs.flatMap(([hedge, words]) => words.split(' ').map((word) => [word, hedge] as const)))

export const HEDGES_BEFORE = pattern(BEFORE)
/** 三年内, but not 三处内部道路. */
export const HEDGES_AFTER = pattern(AFTER).replace(/(?<=^|\|)内(?=\||$)/, '内(?![部容外在设有存科])')

const before = table(BEFORE)
const after = table(AFTER)

/** What the words around a number make of it; the one behind it, and 余 or 多 within, are the narrower. */
export function hedgeOf(words: { before: string; within: string; after: string }): Hedge {
  const behind = after.get(words.after)
  if (behind !== undefined && behind !== 'exact') return behind
  const front = before.get(words.before)
  if (words.within !== '') return 'over'
  return front ?? 'exact'
}

/** Words that stand before a number and do not change it: 共, 达, 累计. */
export const isPlain = (word: string): boolean => before.get(word) === 'exact'
