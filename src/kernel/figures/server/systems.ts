import type { Text } from '#platform/text.ts'

/**
 * The programmes that a federation runs, by the module that records each. One whose module declares no figure is
 * named in the report as not yet recorded; it never gets a number from elsewhere.
 */
export const systems: readonly (Text & { readonly module: string })[] = [
  { module: 'stations', zh: '爱心驿站', en: 'Rest stations' },
  { module: 'green-travel', zh: '绿色出行（1分钱乘公交）', en: 'Green travel (one-fen bus rides)' },
  { module: 'contests', zh: '诵读征文与劳动技能竞赛', en: 'Recitals, essays and skills contests' },
  { module: 'membership', zh: '建会入会', en: 'Founding unions and joining them' },
  { module: 'care', zh: '四季帮扶与法律援助', en: 'Aid in every season and legal aid' },
  { module: 'volunteers', zh: '志愿服务', en: 'Volunteers' },
  { module: 'campus', zh: '劳模工匠进校园', en: 'Model workers in schools' },
  { module: 'studios', zh: '劳模和工匠人才创新工作室', en: 'Innovation studios' },
  { module: 'honours', zh: '选树评选', en: 'Honours' },
  { module: 'rural', zh: '乡村振兴与消费助农', en: 'Rural bases and buying from farmers' },
  { module: 'park', zh: '劳模园与劳模学院', en: 'Model-worker park and college' },
  { module: 'civility', zh: '文明创建', en: 'Civic conduct' },
  { module: 'party', zh: '党建工作', en: 'Party work' },
  { module: 'culture', zh: '我们的节日与主题活动', en: 'Festivals and themed activities' },
  { module: 'learning', zh: '职工教育与大讲堂', en: 'Learning and lectures' },
  { module: 'venues', zh: '职工活动阵地', en: 'Venues' },
  { module: 'publicity', zh: '宣传阵地与公文', en: 'Publicity and documents' },
]
