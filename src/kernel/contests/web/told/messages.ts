import { defineMessages } from '#ui/i18n/text.ts'

/** The rules of a contest, told as an organiser would tell them on the telephone. */
export const toldMessages = defineMessages({
  who: { zh: '谁可以参加', en: 'Who may enter' },
  when: { zh: '什么时候报名', en: 'When' },
  what: { zh: '交什么', en: 'What is handed in' },
  judged: { zh: '怎样评审', en: 'How it is judged' },
  prizes: { zh: '评出什么', en: 'What is awarded' },
  after: { zh: '结果怎样生效', en: 'How the result comes to stand' },
  was: { zh: '原来', en: 'Before' },
  is: { zh: '改为', en: 'Now' },
  gap: { zh: '', en: ' ' },
  list: { zh: '、', en: ', ' },
  mayEnter: { zh: '{kinds}可以参加。', en: 'Open to {kinds}.' },
  team: { zh: '团队2至{max}人。', en: 'A team has 2 to {max} people.' },
  perUnit: { zh: '每个单位在每个组别最多{max}件作品。', en: 'At most {max} from one unit in each category.' },
  anyNumber: { zh: '每个单位交几件不限。', en: 'A unit may enter as many as it likes.' },
  once: { zh: '一人（一个单位）在每个组别交一件。', en: 'One entry of a person (or unit) in each category.' },
  period: { zh: '{from} 到 {until}，以系统时间为准。', en: '{from} to {until}, by the system’s clock.' },
  text: {
    zh: '{name}：在网页上写正文，最多{max}字。',
    en: '{name}: a text of at most {max} characters, written on the page.',
  },
  video: {
    zh: '{name}：MP4视频，最长{length}，{resolution}，文件不超过{size}。',
    en: '{name}: an MP4 film of at most {length}, {resolution}, up to {size}.',
  },
  minutes: { zh: '{count}分钟', en: '{count} {count|minute|minutes}' },
  seconds: { zh: '{count}秒', en: '{count} {count|second|seconds}' },
  any: { zh: '清晰度不限', en: 'any resolution' },
  '720p': { zh: '至少720P，横拍竖拍都可以', en: 'at least 720p, upright or level' },
  '1080p': { zh: '至少1080P，横拍竖拍都可以', en: 'at least 1080p, upright or level' },
  consent: {
    zh: '作品里出现的每个人都要同意；未成年人要有监护人同意。',
    en: 'Everybody shown agrees; for a minor a guardian does.',
  },
  round: {
    zh: '{name}：每件作品由{judges}位评委评分。{criteria}。',
    en: '{name}: {judges} {judges|judge scores|judges score} each entry. {criteria}.',
  },
  judgedDays: { zh: '{from} 至 {until} 评审。', en: 'Judged {from} to {until}.' },
  judgedDay: { zh: '{from} 当天评审。', en: 'Judged on {from}.' },
  daysRemind: {
    zh: '评审日期是计划，每一轮由主办单位开始和截止；改日期要发补充通知。',
    en: 'These days are planned: the organiser begins and closes each round, and an amendment changes a day.',
  },
  criterion: { zh: '{name}（满分{max}，占{weight}%）', en: '{name} (out of {max}, {weight}%)' },
  wholeScore: { zh: '{name}按{max}分制打一个分', en: '{name}, one score out of {max}' },
  trimmed: {
    zh: '有5个以上评分时，去掉一个最高分和一个最低分，其余取平均。',
    en: 'With five scores or more, one highest and one lowest are left out; the rest are averaged.',
  },
  mean: { zh: '各评委的总分取平均。', en: 'The judges’ totals are averaged.' },
  advancing: { zh: '前{count}件进入下一轮。', en: 'The best {count} go on to the next round.' },
  anonymous: {
    zh: '评委看不到作者、单位和标题，只看到抽签的号码。',
    en: 'Judges see no author, unit or title, only a number drawn by lot.',
  },
  named: { zh: '评委看得到作品标题，看不到报名编号。', en: 'Judges see an entry’s title.' },
  conflict: {
    zh: '评委不评本单位、本人和所申报亲属的作品。',
    en: 'Nobody judges an entry of their own unit, their own or their declared kin’s.',
  },
  sealed: {
    zh: '评分密封，整轮截止时一起开封，任何人不能提前看到。',
    en: 'Scores are sealed and open together when the round closes; nobody reads one before.',
  },
  tie: {
    zh: '总分相同的，依次比较{criteria}的平均分；',
    en: 'Equal totals: the means of {criteria} are compared in that order.',
  },
  tieLast: {
    zh: '仍然相同又影响名额的，由主办单位写明理由决定。',
    en: 'What is still equal at the edge of a quota a person decides, with the reason.',
  },
  award: { zh: '{name}{count}名', en: '{count} {name}' },
  awardRest: { zh: '{name}若干名（进入最后一轮的其余作品）', en: '{name} for all others of the last round' },
  awards: { zh: '{awards}。', en: '{awards}.' },
  organisation: {
    zh: '{name}{count}个：每交一件作品得{entry}分，{points}；得分高的单位获奖。',
    en: '{count} {name}: a unit has {entry} for each entry, {points}; the highest are awarded.',
  },
  awardPoints: { zh: '每个{name}加{points}分', en: '{points} for each {name}' },
  recommended: { zh: '前{count}件推荐参加{to}。', en: 'The best {count} are put forward to {to}.' },
  notice: {
    zh: '结果公示{days}个工作日，期间可以提出异议；异议处理完才生效。',
    en: 'The result is on public notice for {days} working {days|day|days}; it stands once objections are answered.',
  },
  verify: {
    zh: '评分记录公开，任何人都可以重新计算。',
    en: 'The scores are then published and anybody may count them again.',
  },
})
