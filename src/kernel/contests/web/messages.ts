import { defineMessages } from '#ui/i18n/text.ts'

/** Words that organiser, judge and public share. */
export const messages = defineMessages({
  contests: { zh: '比赛', en: 'Contests' },
  loading: { zh: '正在读取比赛', en: 'Loading the contest' },
  draft: { zh: '草案', en: 'Draft' },
  coming: { zh: '即将报名', en: 'Entries to come' },
  entering: { zh: '正在报名', en: 'Taking entries' },
  judging: { zh: '正在评审', en: 'Being judged' },
  ended: { zh: '已经结束', en: 'Ended' },
  person: { zh: '个人', en: 'persons' },
  team: { zh: '团队', en: 'teams' },
  unit: { zh: '单位', en: 'units' },
  entries: { zh: '作品', en: 'Entries' },
  piece: { zh: '件', en: '' },
  units: { zh: '参赛单位', en: 'Units taking part' },
  until: { zh: '报名截止', en: 'Entries until' },
  cancel: { zh: '取消', en: 'Cancel' },
  score: { zh: '{points}分', en: '{points} points' },
  copied: { zh: '已复制', en: 'Copied' },
  copy: { zh: '复制', en: 'Copy' },
})
