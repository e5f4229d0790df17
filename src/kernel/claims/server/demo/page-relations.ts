import type { Relation } from '../../relation-schema.ts'

type Text = { readonly zh: string; readonly en: string }
export type PageRelation = {
  readonly code: string
  readonly title: Text
  readonly make: (id: (key: string) => string) => Relation
}

const words = (zh: string, en: string): Text => ({ zh, en })

/** What should hold between the page's numbers. Only what is compared stands here; each verdict is worked out. */
export const pageRelations: readonly PageRelation[] = [
  {
    code: 'R1',
    title: words('乘车次数 × 每次补贴 = 投入', 'Rides × subsidy = what was paid'),
    make: (id) => ({ kind: 'product', factors: [id('rides'), id('unionPays')], product: id('subsidy') }),
  },
  {
    code: 'R2',
    title: words('个人 + 工会 = 一次票价', 'Member + union = the fare'),
    make: (id) => ({
      kind: 'sum',
      parts: [id('memberPays'), id('unionPays')],
      whole: null,
      fixed: { value: 100, what: words('普通公交票价', 'The ordinary fare') },
      complete: true,
    }),
  },
  {
    code: 'R3',
    title: words('各级创新工作室相加', 'Studios of each level add up'),
    make: (id) => ({
      kind: 'sum',
      parts: [id('studiosNational'), id('studiosProvincial'), id('studiosMunicipal')],
      whole: id('studios'),
      complete: false,
    }),
  },
  {
    code: 'R4',
    title: words('驿站总数两处一致', 'Stations said twice'),
    make: (id) => ({ kind: 'same', claims: [id('stations'), id('stationsAgain')] }),
  },
  {
    code: 'R4',
    title: words('最美站点两处一致', 'Best stations said twice'),
    make: (id) => ({ kind: 'same', claims: [id('nationalBest'), id('nationalBestAgain')] }),
  },
  {
    code: 'R5',
    title: words('劳模园建筑面积占用地', 'Built area of the park’s land'),
    make: (id) => ({
      kind: 'quotient',
      over: id('parkFloor'),
      under: id('parkLand'),
      unit: words('（建筑面积/用地）', '(built area over land)'),
      atMost: 0.4,
      ground: words(
        '登记人设的界限：露天雕塑园超过四成就先问清，是建筑还是铺装。',
        'Set by whoever recorded it: an open-air park above four tenths is asked about first; is paving meant?',
      ),
    }),
  },
  {
    code: 'R6',
    title: words('慰问投入 ÷ 慰问人次', 'Consolation spent a turn'),
    make: (id) => ({
      kind: 'quotient',
      over: id('consolation'),
      under: id('consolationTurns'),
      unit: words('元/人次', 'yuan a turn'),
      atLeast: 5,
      atMost: 500,
      ground: words(
        '登记人设的界限：一份慰问品的价钱。',
        'Set by whoever recorded it: the price of a parcel.',
      ),
    }),
  },
  {
    code: 'R7',
    title: words('助学礼包 ÷ 学生', 'Study packs a student'),
    make: (id) => ({
      kind: 'quotient',
      over: id('studyValue'),
      under: id('students'),
      unit: words('元/人', 'yuan a student'),
      atLeast: 100,
      atMost: 1000,
      ground: words(
        '登记人设的界限：这是礼包，不是每人2000元的助学金，两者不能相比。',
        'Set by whoever recorded it: a pack of goods, not the grant of 2,000 yuan; the two are not compared.',
      ),
    }),
  },
  {
    code: 'R8',
    title: words('机关志愿者注册率的两项', 'The two terms of a rate'),
    make: (id) => ({ kind: 'rate', rate: id('officeRate'), numerator: null, denominator: null }),
  },
  {
    code: 'R9',
    title: words('执勤人次的起止', 'The period of the traffic duty'),
    make: (id) => ({ kind: 'period', claim: id('trafficTurns') }),
  },
  {
    code: 'R10',
    title: words('保额与投入不相加', 'A sum insured is not spending'),
    make: (id) => ({ kind: 'sum', parts: [id('consolation'), id('cover')], whole: null, complete: true }),
  },
  {
    code: 'R11',
    title: words('职工消费与工会投入不相加', 'Workers’ purchases are not spending'),
    make: (id) => ({ kind: 'sum', parts: [id('consolation'), id('purchases')], whole: null, complete: true }),
  },
  {
    code: 'R12',
    title: words('新业态会员 ÷ 工会', 'Members a union'),
    make: (id) => ({
      kind: 'quotient',
      over: id('newMembers'),
      under: id('newUnions'),
      unit: words('人/家', 'members a union'),
      atLeast: 25,
      ground: words(
        '工会法第十一条：会员二十五人以上的应当建立基层工会委员会。',
        'Trade Union Law, article 11: a committee where there are 25 members or more.',
      ),
    }),
  },
  {
    code: 'R13',
    title: words('乘车人次 ÷ 天数', 'Rides a day'),
    make: (id) => ({
      kind: 'quotient',
      over: id('rides'),
      under: { value: 1187, what: words('天（约3.25年）', 'days (some 3.25 years)') },
      unit: words('人次/天', 'rides a day'),
      atMost: 5000,
      ground: words(
        '登记人设的界限：几条线路一天的载客。',
        'Set by whoever recorded it: what some routes carry in a day.',
      ),
    }),
  },
  {
    code: 'R14',
    title: words('“六文明”列出的项数', 'How many of six were named'),
    make: () => ({ kind: 'names', declared: 6, named: ['文明交通', '文明旅游', '文明餐桌'] }),
  },
  {
    code: 'R15',
    title: words('“关爱六送”列出的项数', 'How many of six gifts were named'),
    make: () => ({
      kind: 'names',
      declared: 6,
      named: ['图书', '心理咨询', '两筛', '保险', '慰问', '岗位', '培训'],
    }),
  },
  {
    code: 'R16',
    title: words('诵读各等奖相加', 'Prizes add up'),
    make: (id) => ({
      kind: 'sum',
      parts: [id('firstPrizes'), id('secondPrizes'), id('thirdPrizes')],
      whole: null,
      complete: false,
    }),
  },
  {
    code: 'R17',
    title: words('最美站点的名称', 'The name of the best stations'),
    make: () => ({
      kind: 'name',
      said: '全国最美工会户外劳动者服务站',
      official: '最美工会户外劳动者服务站点',
      source: words('全国总工会的命名', 'as named by the national federation'),
    }),
  },
  {
    code: 'R18',
    title: words('测评体系的名称', 'The name of the assessment'),
    make: () => ({
      kind: 'name',
      said: '《全国文明城市指标体系》',
      official: '《全国文明城市测评体系》',
      source: words('发布文件的名称', 'as published'),
    }),
  },
]
