import type { Text } from '#platform/text.ts'
import type { RoleId } from '../permissions.ts'

export type DemoOfficer = {
  readonly id: string
  readonly name: string
  readonly bornOn: string
  readonly title: Text
  readonly what: Text
  /** Members and keepers hold no role: handlers check the relation. */
  readonly role?: RoleId
  /** The county whose federation they belong to; the city's where none is named. */
  readonly adcode?: string
  /** Keeps the riders' union of that county, and not the county's federation. */
  readonly atRidersUnion?: true
}

/**
 * Invented; nobody of this name and number exists. They are born at a month's end, where the demo's other people
 * are not, so that no number stands twice.
 */
export const demoPeople: readonly DemoOfficer[] = [
  {
    id: 'member',
    name: '许晓禾',
    bornOn: '1996-05-30',
    title: { zh: '工会会员', en: 'Union member' },
    what: {
      zh: '外卖骑手，找最近的驿站歇脚、打卡、报告问题',
      en: 'A courier who finds the nearest station, checks in and reports',
    },
    adcode: '410402',
  },
  {
    id: 'keeper',
    name: '程有田',
    bornOn: '1971-08-31',
    title: { zh: '驿站管理员', en: 'Station keeper' },
    what: { zh: '照看一个驿站，回应报告', en: 'Looks after a station and answers reports' },
    adcode: '410402',
  },
  {
    id: 'inspector',
    name: '苗清和',
    bornOn: '1983-03-29',
    title: { zh: '督查员', en: 'Inspector' },
    what: { zh: '到现场检查驿站', en: 'Inspects stations on the spot' },
    role: 'inspector',
  },
  {
    id: 'county-officer',
    name: '韩砚秋',
    bornOn: '1986-10-31',
    title: { zh: '新华区总工会干部', en: 'County officer, Xinhua' },
    what: { zh: '办理本区的各项工作', en: 'Runs the programmes of the district' },
    role: 'county-officer',
    adcode: '410402',
  },
  {
    id: 'city-officer',
    name: '沈振声',
    bornOn: '1978-07-30',
    title: { zh: '市总工会管理员', en: 'City officer' },
    what: { zh: '管理全市站点、数据和授权', en: 'Keeps the whole city’s stations, figures and roles' },
    role: 'city-officer',
  },
  {
    id: 'auditor',
    name: '纪明衡',
    bornOn: '1975-01-30',
    title: { zh: '审计员', en: 'Auditor' },
    what: {
      zh: '核对记录和公布的数字，不能办理',
      en: 'Verifies records and published figures, changes nothing',
    },
    role: 'auditor',
  },
  {
    id: 'union-officer',
    name: '梁守业',
    bornOn: '1980-05-31',
    title: { zh: '基层工会主席', en: 'Union officer' },
    what: { zh: '审批入会、办理会籍转移', en: 'Admits members, releases and accepts transfers' },
    role: 'grassroots-officer',
    adcode: '410402',
    atRidersUnion: true,
  },
]
