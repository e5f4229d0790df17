import type { SaidDimension } from '../../rules/relations/said.ts'

/**
 * Numbers that a city's federation gave a newspaper, carried over to the invented city as facts: what was counted, the
 * numeric phrase, its unit. None of the page's sentences is here, and no person.
 */
export type PageClaim = {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly words: string
  /** Money in fen, a ratio as a part of one. */
  readonly value: number
  /** How it was qualified, or the last digit that was printed: 10000 of 50万. */
  readonly says: 'exact' | 'near' | 'over' | 'no-end' | number
  readonly unit: readonly [zh: string, en: string]
  readonly dimension: SaidDimension
  /** Years before the demo's day since which it counts. */
  readonly sinceYears: number | null
  readonly figure: string | null
}

/** One a line: key, what, words, value, how said, unit, dimension, since (years), figure. */
const table = `
stations | 建成爱心驿站 | Rest stations | 301家 | 301 | exact | 家 | stations | places | 7 | stations.total
stationsAgain | 爱心驿站（另一处） | Rest stations, said again | 301家 | 301 | exact | 家 | stations | places | | stations.total
nationalBest | 全国最美站点 | National best stations | 23家 | 23 | exact | 家 | stations | places | | stations.nationalBest
nationalBestAgain | 全国最美站点（另一处） | National best stations, said again | 23家 | 23 | exact | 家 | stations | places | | stations.nationalBest
modelBases | 乡村振兴示范基地 | Model rural bases | 88家 | 88 | exact | 家 | bases | places
purchases | 职工购买惠农产品 | Workers’ purchases from farmers | 9700万元 | 9700000000 | 1000000 | 元 | yuan | money-of-others
trafficTurns | 文明交通岗执勤 | Traffic duty | 4000余人次 | 4000 | over | 人次 | turns | turns
officeRate | 机关志愿者注册率 | Office staff registered as volunteers | 98% | 0.98 | exact | % | % | ratio
parkCost | 劳模园投资 | Cost of the park | 590余万元 | 590000000 | over | 元 | yuan | money
parkLand | 劳模园占地 | Land of the park | 34亩 | 34 | exact | 亩 | mu | area
parkFloor | 劳模园建筑面积 | Built area of the park | 11083平方米 | 11083 | exact | 平方米 | m² | area
parkParts | 劳模园组成部分 | Parts of the park | 五部分 | 5 | exact | 部分 | parts | things
parkStatues | 劳模园单体雕塑 | Statues in the park | 19位 | 19 | exact | 位 | statues | things
parkVisitors | 劳模园每天的访客 | Visitors of the park each day | 近千名 | 1000 | near | 人次 | visits | turns
newUnions | 新业态建会 | Unions in new forms of employment | 近400家 | 400 | near | 家 | unions | organisations
newMembers | 新就业形态劳动者会员 | Members in new forms of employment | 近6万人 | 60000 | near | 人 | members | persons | | membership.newFormMembers
books | 赠送图书 | Books given | 200多册 | 200 | over | 册 | books | things
screening | 心理咨询和“两筛” | Counselling and screening | 800余人次 | 800 | over | 人次 | turns | turns
cover | 意外伤害保险总保额 | Sum insured against accidents | 1000万元 | 1000000000 | 1000000 | 元 | yuan | cover
consolation | 慰问投入 | Spent on consolation | 近25万元 | 25000000 | near | 元 | yuan | money
consolationTurns | 慰问人次 | Reached by consolation | 近7000人次 | 7000 | near | 人次 | turns | turns
posts | 招聘岗位 | Posts offered | 800余个 | 800 | over | 个 | posts | things
training | 免费技能培训 | Free skills training | 近1500人 | 1500 | near | 人 | persons | persons
summerGoods | 夏送清凉物资 | Summer goods | 1.5万余元 | 1500000 | over | 元 | yuan | money
students | 助学礼包受益学生 | Students given study packs | 24名 | 24 | exact | 人 | students | persons
studyValue | 助学礼包价值 | Value of the study packs | 1万余元 | 1000000 | over | 元 | yuan | money
meals | 免费用餐补贴 | Meals for couriers | 1万元 | 1000000 | exact | 元 | yuan | money
studios | 创新工作室 | Innovation studios | 180余家 | 180 | over | 家 | studios | places | 7
studiosNational | 国家级创新工作室 | Studios of national level | 4家 | 4 | exact | 家 | studios | places
studiosProvincial | 省级创新工作室 | Studios of provincial level | 25家 | 25 | exact | 家 | studios | places
studiosMunicipal | 市级创新工作室 | Studios of city level | 102家 | 102 | exact | 家 | studios | places
innovations | “五小”成果 | Small innovations | 3000余项 | 3000 | over | 项 | items | documents
patents | 专利 | Patents | 500余项 | 500 | over | 项 | items | documents
suggestions | 合理化建议 | Suggestions | 2万余条 | 20000 | over | 条 | suggestions | documents
methods | 先进操作法 | Operating methods | 百余条 | 100 | over | 条 | methods | documents
benefit | 创造经济效益 | Economic benefit | 上亿元 | 10000000000 | no-end | 元 | yuan | money-of-others
subsidy | 乘车补贴累计投入 | Paid for one-fen rides | 45万元 | 45000000 | 1000000 | 元 | yuan | money | 5 | green-travel.paid
rides | 1分钱乘公交 | One-fen bus rides | 50万人次 | 500000 | 10000 | 人次 | rides | turns | 5 | green-travel.rides
memberPays | 个人每次支付 | The member’s share of a ride | 1分钱 | 1 | exact | 元 | yuan | money
unionPays | 工会每次补贴 | The union’s share of a ride | 0.99元 | 99 | exact | 元 | yuan | money
firstPrizes | 诵读一等奖 | First prizes | 10名 | 10 | exact | 名 | prizes | awards | | contests.firstPrizes
secondPrizes | 诵读二等奖 | Second prizes | 20名 | 20 | exact | 名 | prizes | awards | | contests.secondPrizes
thirdPrizes | 诵读三等奖 | Third prizes | 30名 | 30 | exact | 名 | prizes | awards | | contests.thirdPrizes
longVideo | 长视频时长上限 | Longest long video | 5分钟 | 300 | exact | 秒 | seconds | duration
shortVideo | 短视频时长上限 | Longest short video | 1分钟 | 60 | exact | 秒 | seconds | duration
campusYears | 进校园全覆盖所需 | Years to reach every school | 5年左右 | 5 | exact | 年 | years | duration
speakers | 巾帼宣讲人 | Women who spoke | 3位 | 3 | exact | 人 | speakers | persons
`

export const pageClaims: readonly PageClaim[] = table
  .trim()
  .split('\n')
  .map((row): PageClaim => {
    const [key, zh, en, words, value, says, unitZh, unitEn, dimension, since, figure] = row
      .split('|')
      .map((cell) => cell.trim()) as [string, string, string, string, ...string[]]
    return {
      key,
      zh,
      en,
      words,
      value: Number(value),
      says: /^\d+$/.test(says!) ? Number(says) : (says as 'exact' | 'near' | 'over' | 'no-end'),
      unit: [unitZh!, unitEn!],
      dimension: dimension as SaidDimension,
      sinceYears: since ? Number(since) : null,
      figure: figure === undefined || figure === '' ? null : figure,
    }
  })
