import { defineMessages } from '#ui/i18n/text.ts'

export const messages = defineMessages({
  title: { zh: '1分钱乘公交：说的和记的', en: 'One-fen rides: said and recorded' },
  standfirst: {
    zh: '对外说过的数字，与逐笔记录放在一起，每一步怎么算都写出来。',
    en: 'What was said in print beside what is recorded ride by ride, with every step of the arithmetic.',
  },
  toFigure: { zh: '看这个数字的定义和记录', en: 'The figure, its definition and records' },
  nothingSaid: { zh: '还没有可以核对的对外数字', en: 'Nothing in print to hold against the records yet' },
  said: { zh: '对外说的', en: 'Said in print' },
  recorded: { zh: '有记录的', en: 'Recorded' },
  above: { zh: '说的比记录多', en: 'Said above the records' },
  turns: { zh: '人次', en: 'rides' },
  arithmetic: { zh: '怎么算', en: 'The arithmetic' },
  saidPaid: { zh: '对外说的投入', en: 'The sum in print' },
  share: { zh: '工会每次补贴', en: 'The union’s share of a ride' },
  pays: { zh: '这笔钱够补贴', en: 'That sum pays for' },
  remainder: { zh: '，余 {yuan}', en: ', {yuan} left' },
  gap: { zh: '说的减去记录', en: 'Said less recorded' },
  wouldCost: { zh: '说的次数需要补贴', en: 'What the rides in print would cost' },
  money: { zh: '钱的三个数', en: 'Three figures of money' },
  earned: { zh: '应付', en: 'Earned' },
  paid: { zh: '已付', en: 'Paid' },
  advance: { zh: '预付余额', en: 'Paid ahead' },
})
