export type StoryMove = {
  readonly move: string
  readonly daysAgo: number
  readonly reason?: string
  readonly note?: string
}

export type ApplicationStory = {
  readonly name: string
  readonly hostUnit: string
  readonly adcode: string
  readonly address: string
  readonly daysAgo: number
  /** Whose phone the application is on, and who is asked to keep; invented people where left out. */
  readonly by?: 'member'
  readonly keeper?: 'keeper'
  readonly moves: readonly StoryMove[]
}

const agreed = (daysAgo: number): StoryMove => ({ move: 'agree', daysAgo })
const checked = (daysAgo: number, note: string): StoryMove => ({ move: 'forward', daysAgo, note })

/** What a city has on its desks on some day: each state of an application, in several districts. */
export const applicationStories: readonly ApplicationStory[] = [
  {
    name: '东环路口洗车行爱心驿站',
    hostUnit: '卫东区东环路口洗车行',
    adcode: '410403',
    address: '东环路与矿工路交叉口西北角',
    daysAgo: 2,
    keeper: 'keeper',
    moves: [],
  },
  {
    name: '新华路面馆爱心驿站',
    hostUnit: '新华区老赵面馆',
    adcode: '410402',
    address: '新华路北段33号',
    daysAgo: 3,
    moves: [agreed(2)],
  },
  {
    name: '青石山社区爱心驿站',
    hostUnit: '新华区青石山街道办事处',
    adcode: '410402',
    address: '青石山街道便民服务中心一楼',
    daysAgo: 15,
    moves: [agreed(14)],
  },
  {
    name: '白龟湖东门驿站',
    hostUnit: '湛河区白龟湖物业服务中心',
    adcode: '410411',
    address: '湖滨路东门岗亭旁',
    daysAgo: 5,
    moves: [agreed(4)],
  },
  {
    name: '大营镇供销社驿站',
    hostUnit: '宝丰县大营镇供销合作社',
    adcode: '410421',
    address: '大营镇中心街12号',
    daysAgo: 11,
    by: 'member',
    moves: [
      agreed(10),
      { move: 'return', daysAgo: 6, reason: '照片看不清门口，请补一张白天正面拍的；开放时间请写到每周几天' },
    ],
  },
  {
    name: '昆阳大道快递驿站',
    hostUnit: '叶县昆阳快递服务站',
    adcode: '410422',
    address: '昆阳大道中段208号',
    daysAgo: 13,
    moves: [agreed(12), checked(8, '现场看过，有独立房间，水电齐全，老板本人常在')],
  },
  {
    name: '汝州钟楼环卫驿站',
    hostUnit: '汝州市环境卫生服务中心',
    adcode: '410482',
    address: '钟楼街道中大街5号',
    daysAgo: 18,
    moves: [agreed(17), checked(13, '环卫工间休房改造，已腾空')],
  },
  {
    name: '尧山景区停车场驿站',
    hostUnit: '鲁山县尧山景区服务公司',
    adcode: '410423',
    address: '尧山镇游客中心停车场',
    daysAgo: 40,
    moves: [
      agreed(39),
      checked(35, '旺季开放，淡季关门'),
      {
        move: 'refuse',
        daysAgo: 30,
        reason: '全年开放不足六个月，达不到固定场所的要求，建议旺季按临时休息点办',
      },
    ],
  },
  {
    name: '石龙区人民路书店驿站',
    hostUnit: '石龙区人民路书店',
    adcode: '410404',
    address: '人民路17号',
    daysAgo: 24,
    moves: [agreed(23), { move: 'take-back', daysAgo: 20 }],
  },
]
