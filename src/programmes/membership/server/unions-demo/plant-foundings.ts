import { cityOf } from '#kernel/city/index.ts'
import type { Persona } from '#kernel/access/index.ts'
import { newId } from '#platform/ids.ts'
import { bodyCheck, creditCheck } from '#kernel/organisations/index.ts'
import { DEMO_REGION, residentIdCheck } from '#kernel/people/index.ts'
import { act, findOpenCase } from '#kernel/review/index.ts'
import type { Actor } from '#platform/context.ts'
import type { DemoContext } from '#platform/module.ts'
import type { Application } from '../../shapes-founding.ts'
import type { UnionTrade } from '../../shapes-unions.ts'
import { applyToFound } from '../founding/apply.ts'
import { approveFounding, registerUnion, returnFounding } from '../founding/decide.ts'
import { FOUNDING, foundingSubject } from '../founding/procedure.ts'
import { reportElection } from '../founding/report-election.ts'
import { addFoundingMembers } from '../founding/roll.ts'
import { acting, applicant, officer } from './acting.ts'

type Stage =
  | 'checking'
  | 'returned'
  | 'preparing'
  | 'enrolling'
  | 'reported'
  | 'registered'
  | 'refused'
  | 'withdrawn'

/** Invented; none of these workplaces exists. */
const workplaces: readonly (readonly [
  name: string,
  adcode: string,
  trade: UnionTrade | null,
  members: number,
  stage: Stage,
  daysAgo: number,
])[] = [
  ['晨光快递服务有限公司', '410402', 'courier', 32, 'checking', 1],
  ['澧水货运信息部', '410402', 'truck', 18, 'checking', 9],
  ['鹰翔网约车服务有限公司', '410402', 'ride-hailing', 41, 'returned', 6],
  ['沙河湾外卖配送站', '410402', 'rider', 27, 'preparing', 20],
  ['白龟湖生鲜配送有限公司', '410402', 'rider', 4, 'enrolling', 25],
  ['落凫山文化传媒有限公司', '410402', null, 5, 'reported', 30],
  ['尧山快运有限公司', '410423', 'truck', 36, 'checking', 3],
  ['昆阳同城急送站', '410422', 'rider', 22, 'reported', 28],
  ['宝酒物流有限公司', '410421', 'courier', 6, 'registered', 40],
  ['三苏驿路网约车有限公司', '410425', 'ride-hailing', 19, 'refused', 35],
  ['汝河云仓有限公司', '410482', 'courier', 30, 'withdrawn', 33],
  ['石漫滩机械加工厂', '410481', null, 12, 'preparing', 15],
]

/** Applications in every state, most of them in the district of the demo's county officer. */
export async function plantFoundings(demo: DemoContext): Promise<number> {
  const personas = demo.shared.get('personas') as ReadonlyMap<string, Persona>
  const city = personas.get('city-officer')!
  const decider = officer('沈振声', city.person, city.accountId)
  const levels = demo.shared.get('organisations') as ReadonlyMap<string, string>
  for (const [index, workplace] of workplaces.entries()) {
    const levelAboveId = levels.get(workplace[1])
    if (levelAboveId !== undefined) await plantOne(demo, index, workplace, levelAboveId, decider)
  }
  return workplaces.length
}

async function plantOne(
  demo: DemoContext,
  index: number,
  [name, adcode, trade, members, stage, daysAgo]: (typeof workplaces)[number],
  levelAboveId: string,
  decider: Actor,
): Promise<void> {
  const begin = acting(demo, { kind: 'system', name: '演示数据' }, daysAgo)
  const phone = `120${String(77_000_001 + index)}`
  const who = applicant('单位经办人', newId())
  const at = (later: number, actor: Actor) => acting(demo, actor, Math.max(0, daysAgo - later))
  const wish = applicationOf(name, adcode, trade, members, levelAboveId, index, phone)
  const { id } = await applyToFound(at(0, who), wish)
  if (stage === 'checking') return
  if (stage === 'withdrawn' || stage === 'refused') {
    const open = await findOpenCase(begin, FOUNDING, foundingSubject(id))
    const ctx = stage === 'withdrawn' ? at(2, who) : at(3, decider)
    const reason = '该单位职工已加入行业联合工会，不重复建会'
    await act(ctx, open!.id, stage === 'withdrawn' ? 'withdraw' : 'refuse', { seq: 1, reason })
    return
  }
  if (stage === 'returned') {
    const missing = ['营业执照复印件不清晰', '缺少职工入会意愿书']
    await returnFounding(at(2, decider), { id, seq: 1, missing, reason: '材料需要补充' })
    return
  }
  const district = cityOf(demo.config).districts.find((one) => one.adcode === adcode)?.name.zh ?? '市'
  const number = (kind: number) =>
    `${district.slice(0, 1)}工组〔${demo.today.getFullYear()}〕${20 + index * 2 + kind}号`
  await approveFounding(at(3, decider), { id, seq: 1, documentNumber: number(0) })
  if (stage === 'preparing') return
  await addFoundingMembers(at(6, who), { id, people: peopleOf(index, members) })
  if (stage === 'enrolling') return
  await reportElection(at(12, who), { id, seq: 2, report: electionOf(demo, members, daysAgo - 12) })
  if (stage === 'registered') await registerUnion(at(15, decider), { id, seq: 3, documentNumber: number(1) })
}

function applicationOf(
  name: string,
  adcode: string,
  trade: UnionTrade | null,
  members: number,
  levelAboveId: string,
  index: number,
  phone: string,
): Application {
  const stands = { isRelativeOfHead: false, isHeadOrInChargeOfWages: false }
  return {
    levelAboveId,
    unionName: `${name}工会`,
    unitName: name,
    unitCode: codeOf(index),
    unitKind: 'enterprise',
    unitFoundedOn: '2024-06-18',
    address: '',
    adcode,
    scope: 'one-unit',
    form: 'committee',
    newForm: trade !== null,
    trade,
    workers: members + 14,
    members,
    womenMembers: Math.floor(members / 3),
    units: [],
    people: ['范明远', '岳小禾', '蔺长青'].map((person) => ({
      name: person,
      duty: 'preparer' as const,
      ...stands,
    })),
    contactName: '范明远',
    contactPhone: phone,
    grounds: '职工普遍愿意加入工会，单位支持依法建立工会组织。',
  }
}

/** Region 410499 was never assigned, so that no invented code is anybody's. */
function codeOf(index: number): string {
  const body = `MD${String(800_000 + index)}`
  const first17 = `91410499${body}${bodyCheck(body)}`
  return `${first17}${creditCheck(first17)}`
}

const NAMES = '安宁|白杨|常青|丁川|方圆|高原|贺春|金泽|柳岸|孟夏|宁远|秋实'.split('|')

const peopleOf = (index: number, members: number) =>
  Array.from({ length: members }, (_, at) => {
    const first17 = `${DEMO_REGION}1991${String(1 + (index % 12)).padStart(2, '0')}28${String(300 + at)}`
    return { name: NAMES[at % NAMES.length]!, documentNumber: first17 + residentIdCheck(first17), phone: '' }
  })

function electionOf(demo: DemoContext, members: number, daysAgo: number) {
  const heldOn = new Date(demo.today.getTime() - (daysAgo + 1) * 86_400_000).toISOString().slice(0, 10)
  const stands = { isRelativeOfHead: false, isHeadOrInChargeOfWages: false }
  return {
    heldOn,
    meeting: 'members' as const,
    entitled: members,
    present: members,
    termYears: 3 as const,
    officers: [
      { name: '范明远', duty: 'chair' as const, votes: members, ...stands },
      { name: '岳小禾', duty: 'audit' as const, votes: members, ...stands },
    ],
  }
}
