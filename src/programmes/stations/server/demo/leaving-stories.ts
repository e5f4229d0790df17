type By = 'county' | 'city'
type Move = { readonly move: string; readonly by: By; readonly daysAgo: number; readonly reason: string }

export type LeavingStory = {
  readonly name: string
  /** The station of the 301 beside which it stood; of the county's, where it is that station itself. */
  readonly beside: number
  readonly isOne?: true
  readonly isMerged?: true
  readonly daysAgo: number
  readonly reason: string
  readonly moves: readonly Move[]
  /** Where its plate was brought back to. */
  readonly plate?: string
}

/** Two that wait, one that stays, and of those that left the one that closed and the one that was merged. */
export const leavingStories: readonly LeavingStory[] = [
  { name: '', beside: 4, isOne: true, daysAgo: 2, reason: '门店年底合同到期，房东不再续租', moves: [] },
  {
    name: '',
    beside: 11,
    isOne: true,
    daysAgo: 12,
    reason: '单位整体搬迁到新区，原址交还',
    moves: [{ move: 'forward', by: 'county', daysAgo: 8, reason: '实地核实，确已开始搬迁' }],
  },
  {
    name: '',
    beside: 17,
    isOne: true,
    daysAgo: 60,
    reason: '值守的人手不够',
    moves: [
      { move: 'forward', by: 'county', daysAgo: 56, reason: '周边一公里内没有别的驿站，建议再想办法' },
      { move: 'keep', by: 'city', daysAgo: 52, reason: '由街道派志愿者值守，驿站保留' },
    ],
  },
  {
    name: '老火车站行李房驿站',
    beside: 30,
    daysAgo: 200,
    reason: '站房改造，行李房拆除',
    moves: [
      { move: 'forward', by: 'county', daysAgo: 196, reason: '已现场核实' },
      { move: 'let-go', by: 'city', daysAgo: 190, reason: '同意退出' },
    ],
    plate: '区总工会权益保障部',
  },
  {
    name: '建设路报刊亭驿站',
    beside: 44,
    isMerged: true,
    daysAgo: 120,
    reason: '与旁边的驿站只隔一条街，合并办',
    moves: [
      { move: 'forward', by: 'county', daysAgo: 117, reason: '两站相距不到两百米，同意合并' },
      { move: 'let-go', by: 'city', daysAgo: 112, reason: '同意并入' },
    ],
  },
]

/** Warned, heard, and withdrawn by decision. */
export const withdrawalStories: readonly LeavingStory[] = [
  {
    name: '城南汽配门市部驿站',
    beside: 66,
    daysAgo: 160,
    reason: '长期锁门，饮水机停用',
    moves: [
      { move: 'warn-again', by: 'county', daysAgo: 140, reason: '复查仍然锁门' },
      { move: 'open-hearing', by: 'county', daysAgo: 128, reason: '两次警告没有整改' },
      { move: 'record-hearing', by: 'county', daysAgo: 120, reason: '负责人到场，表示不再办' },
      { move: 'withdraw', by: 'city', daysAgo: 114, reason: '决定摘牌' },
    ],
  },
]
