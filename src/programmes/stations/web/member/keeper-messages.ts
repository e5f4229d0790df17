import { defineMessages } from '#ui/i18n/text.ts'

/** The words of the keeper's page. */
export const keeperMessages = defineMessages({
  // keeper
  keeperTitle: { zh: '我管理的驿站', en: 'Stations I keep' },
  loadingKept: { zh: '正在读取您的驿站', en: 'Reading your stations' },
  signInToKeep: {
    zh: '用登记的手机号登录后，才能答复和公告。',
    en: 'Sign in with your registered phone to answer and announce.',
  },
  noKeptTitle: { zh: '没有您管理的驿站', en: 'You keep no station' },
  noKept: {
    zh: '如果您负责某个驿站，请主管工会登记您的手机号。',
    en: 'If you look after one, ask its union to register your phone.',
  },
  checkIns7Days: { zh: '近7天打卡', en: 'Check-ins, 7 days' },
  waitingReports: { zh: '{count} 条待答复', en: '{count} awaiting an answer' },
  noWaiting: { zh: '没有待答复的反映。', en: 'No report waits for an answer.' },
  answerWith: { zh: '怎么答复', en: 'Your answer' },
  wasOpen: { zh: '当时开着', en: 'It was open' },
  opened: { zh: '已开门', en: 'Opened now' },
  fixed: { zh: '已修好', en: 'Fixed' },
  willFix: { zh: '会去修', en: 'Will be fixed' },
  notSo: { zh: '情况不符', en: 'Not so' },
  answerWords: { zh: '说明', en: 'Explain' },
  answerWordsHint: { zh: '反映的人和公众都能看到。', en: 'The reporter and the public can read it.' },
  sendAnswer: { zh: '答复', en: 'Answer' },
  announce: { zh: '公告某天关门或改时间', en: 'Announce a closed day or other hours' },
  announceDay: { zh: '哪一天', en: 'Which day' },
  announceHow: { zh: '这一天', en: 'On that day' },
  closedAllDay: { zh: '不开放', en: 'Closed' },
  otherHours: { zh: '改时间', en: 'Other hours' },
  from: { zh: '开门', en: 'Opens' },
  to: { zh: '关门', en: 'Closes' },
  closesNextDay: { zh: '关门在第二天', en: 'It closes on the next day' },
  announceNote: { zh: '原因', en: 'Reason' },
  sendAnnouncement: { zh: '公告', en: 'Announce' },
  announced: {
    zh: '已公告，地图和驿站页马上按新时间显示',
    en: 'Announced; the map and the page follow at once',
  },
  dayMissing: { zh: '请选哪一天。', en: 'Choose the day.' },
  timesWrong: {
    zh: '关门要晚于开门；跨到第二天请勾选。',
    en: 'Closing comes after opening; tick the box if it is on the next day.',
  },
  printPlate: { zh: '打印门牌', en: 'Print the plate' },
  seeStation: { zh: '看公开页面', en: 'Public page' },
})
