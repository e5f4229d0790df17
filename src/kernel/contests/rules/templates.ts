import type { ContestRules } from '../shapes.ts'

type Template = Omit<ContestRules, 'entriesFrom' | 'entriesUntil'>

const criterion = (id: string, name: string, weight: number) => ({ id, name, weight, pointsMax: 10_000 })

/** Up to 4 GB: five minutes as a phone films them at its best. */
const filmOf = (maxSeconds: number, resolution: 'any' | '1080p') => ({
  kind: 'video' as const,
  video: { maxSeconds, resolution, maxBytes: 4 * 1024 ** 3 },
})

const general: Template = {
  template: 'none',
  description: '',
  mayEnter: ['person'],
  teamMax: 10,
  perUnitMax: null,
  isAnonymous: false,
  categories: [{ id: 'general', name: '作品', media: { kind: 'text', charactersMax: 5_000 } }],
  rounds: [
    {
      name: '评审',
      judging: null,
      judgesPerEntry: 3,
      trimming: 'none',
      criteria: [criterion('whole', '总体', 100)],
      advancing: null,
    },
  ],
  tieCriteria: [],
  awards: [{ id: 'first', name: '一等奖', count: 1 }],
  organisationPrize: null,
  recommendation: null,
  noticeWorkingDays: 5,
}

const prizes = [
  { id: 'first', name: '一等奖', count: 10 },
  { id: 'second', name: '二等奖', count: 20 },
  { id: 'third', name: '三等奖', count: 30 },
]

const reading = [
  criterion('content', '内容', 30),
  criterion('language', '语言', 40),
  criterion('expression', '表现', 30),
]

/** What a contest of this kind usually looks like; everything in it can be changed. */
export const templates: Readonly<Record<ContestRules['template'], Template>> = {
  none: general,
  reading: {
    ...general,
    template: 'reading',
    mayEnter: ['person', 'team'],
    categories: [
      { id: 'long-video', name: '长视频', media: filmOf(300, '1080p') },
      { id: 'short-video', name: '短视频', media: filmOf(60, 'any') },
    ],
    rounds: [
      {
        name: '初赛',
        judging: null,
        judgesPerEntry: 3,
        trimming: 'one-each',
        criteria: reading,
        advancing: 200,
      },
      {
        name: '复赛',
        judging: null,
        judgesPerEntry: 5,
        trimming: 'one-each',
        criteria: reading,
        advancing: 80,
      },
      {
        name: '决赛',
        judging: null,
        judgesPerEntry: 7,
        trimming: 'one-each',
        criteria: reading,
        advancing: null,
      },
    ],
    tieCriteria: ['language', 'content'],
    awards: [...prizes, { id: 'merit', name: '优秀奖', count: null }],
    organisationPrize: {
      name: '优秀组织奖',
      count: 10,
      pointsPerEntry: 1,
      pointsPerAward: { first: 10, second: 6, third: 4, merit: 2 },
    },
    recommendation: { to: '省级比赛', count: 10 },
  },
  essay: {
    ...general,
    template: 'essay',
    isAnonymous: true,
    categories: [{ id: 'essay', name: '征文', media: { kind: 'text', charactersMax: 5_000 } }],
    rounds: [
      {
        name: '评审',
        judging: null,
        judgesPerEntry: 2,
        trimming: 'none',
        criteria: [criterion('thought', '立意', 40), criterion('writing', '文采', 60)],
        advancing: null,
      },
    ],
    tieCriteria: ['thought'],
    awards: prizes,
  },
  speech: {
    ...general,
    template: 'speech',
    categories: [{ id: 'speech', name: '演讲稿', media: { kind: 'text', charactersMax: 5_000 } }],
    rounds: [
      {
        name: '决赛',
        judging: null,
        judgesPerEntry: 7,
        trimming: 'one-each',
        criteria: reading,
        advancing: null,
      },
    ],
    tieCriteria: ['language'],
    awards: prizes,
  },
  skills: {
    ...general,
    template: 'skills',
    mayEnter: ['person', 'team', 'unit'],
    categories: [{ id: 'report', name: '竞赛材料', media: { kind: 'text', charactersMax: 20_000 } }],
    rounds: [
      {
        name: '评审',
        judging: null,
        judgesPerEntry: 5,
        trimming: 'one-each',
        criteria: [criterion('skill', '技能水平', 60), criterion('benefit', '实际效果', 40)],
        advancing: null,
      },
    ],
    tieCriteria: ['skill'],
    awards: prizes,
  },
}
