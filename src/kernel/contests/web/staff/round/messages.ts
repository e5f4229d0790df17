import { defineMessages } from '#ui/i18n/text.ts'

export const roundMessages = defineMessages({
  summary: {
    zh: '分数已开封，精确计算，没有四舍五入进名次。',
    en: 'Scores are open and counted exactly; no rounding decides a place.',
  },
  publicRecord: { zh: '公开的评分记录', en: 'The published record' },
  tieTitle: { zh: '并列要裁定：{quota}', en: 'A tie to decide: {quota}' },
  tieWhat: {
    zh: '这{count}件分数相同，比较各评分项也分不出，正好卡在名额边上。排好先后、写明理由；排在前的先得。',
    en: 'These {count} are equal by every rule and lie across the edge of a quota. Order them and say why; the upper ones are given first.',
  },
  tieReason: { zh: '为什么这样排', en: 'Why this order' },
  tieReasonHint: {
    zh: '会写进公开的评分记录。例如“评委会合议，11比2”',
    en: 'Stands in the public record. For instance “the panel conferred: 11 to 2”',
  },
  decide: { zh: '裁定', en: 'Decide' },
  decided: { zh: '已裁定', en: 'Decided' },
  up: { zh: '把{no}号上移', en: 'Move entry {no} up' },
  advancing: { zh: '进入下一轮', en: 'Goes on' },
  ranking: { zh: '名次', en: 'Ranking' },
  rank: { zh: '名次', en: 'Rank' },
  mean: { zh: '得分', en: 'Score' },
  exact: { zh: '准确值 {numerator}/{denominator}', en: 'exactly {numerator}/{denominator}' },
  given: { zh: '得到', en: 'Given' },
  judges: { zh: '评委之间', en: 'Among the judges' },
  leaning: {
    zh: '宽严：与同一作品其他评委相比，平均高或低多少分',
    en: 'Leaning: points above or below the other judges of the same entries, on average',
  },
  leaningNote: {
    zh: '只供了解。差得多，不等于评错。',
    en: 'For reading only: to differ is not to be wrong.',
  },
  stability: {
    zh: '稳不稳：少了这位评委，名单上有几件会变',
    en: 'Stability: places of the list that change without this judge',
  },
  stableAll: {
    zh: '少了任何一位，名单都不变：结果不靠任何一个人。',
    en: 'Without any one of them the list is the same: it hangs on nobody alone.',
  },
  stableSome: {
    zh: '少了其中{count}位中的一位，名单会变，最多变{most}件。只供了解，名单不因此改动。',
    en: 'Without one of {count} of them the list would differ, by {most} at the most. For reading only: it changes nothing.',
  },
  judge: { zh: '评委', en: 'Judge' },
  sheets: { zh: '评分', en: 'Scores' },
  lenient: { zh: '偏宽', en: 'lenient' },
  severe: { zh: '偏严', en: 'severe' },
  even: { zh: '相当', en: 'even' },
  pointsAbove: { zh: '{points}分', en: '{points}' },
  places: { zh: '件', en: '' },
})
