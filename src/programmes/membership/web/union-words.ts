import type { Status } from '#ui/data/status-badge.tsx'
import type { Text } from '#ui/i18n/text.ts'
import type { Scope, UnionForm, UnitKind } from '../rules/founding/facts.ts'
import type { Verdict } from '../rules/founding/line.ts'
import type { TermStage } from '../rules/terms/term-clock.ts'
import type { DossierDocument } from '../shapes-founding.ts'
import type { MatterKind, OfficeDuty, UnionTrade } from '../shapes-unions.ts'

/** The contract's words, as the pages of unions read them. A word that the contract gains is a type error here. */
type Shown = { readonly text: Text; readonly status: Status }

export const formWords: Readonly<Record<UnionForm, Text>> = {
  committee: { zh: '单独建立基层工会委员会', en: 'A committee of its own' },
  organiser: { zh: '选举组织员一人', en: 'One organiser' },
  joint: { zh: '联合基层工会', en: 'Joint union' },
  association: { zh: '工会联合会', en: 'Union association' },
}

export const tradeWords: Readonly<Record<UnionTrade, Text>> = {
  courier: { zh: '快递', en: 'Couriers' },
  rider: { zh: '外卖配送', en: 'Riders' },
  truck: { zh: '货车司机', en: 'Truck drivers' },
  'ride-hailing': { zh: '网约车司机', en: 'Ride-hailing drivers' },
}

export const unitKindWords: Readonly<Record<UnitKind, Text>> = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  institution: { zh: '事业单位', en: 'Institution' },
  government: { zh: '机关', en: 'Government body' },
  'social-organisation': { zh: '社会组织', en: 'Social organisation' },
}

export const scopeWords: Readonly<Record<Scope, { readonly text: Text; readonly hint: Text }>> = {
  'one-unit': {
    text: { zh: '一个单位', en: 'One workplace' },
    hint: { zh: '本单位职工自己的工会', en: 'A union of your own workers' },
  },
  'several-units': {
    text: { zh: '几个单位联合', en: 'Several workplaces together' },
    hint: { zh: '每个单位会员都不足25人', en: 'Each has fewer than 25 members' },
  },
  area: {
    text: { zh: '一个区域', en: 'An area' },
    hint: { zh: '乡镇、街道、园区、商圈', en: 'Township, street, park or shopping district' },
  },
  trade: {
    text: { zh: '一个行业', en: 'A trade' },
    hint: { zh: '例如快递、外卖配送、货运、网约车', en: 'Such as couriers, riders, trucks, ride-hailing' },
  },
}

export const dutyWords: Readonly<Record<OfficeDuty | 'preparer', Text>> = {
  preparer: { zh: '筹备组成员', en: 'Prepares' },
  chair: { zh: '主席', en: 'Chair' },
  'vice-chair': { zh: '副主席', en: 'Vice-chair' },
  committee: { zh: '委员', en: 'Committee member' },
  organiser: { zh: '组织员', en: 'Organiser' },
  audit: { zh: '经费审查委员', en: 'Audit committee' },
  women: { zh: '女职工委员', en: 'Women’s commissioner' },
}

export const verdictWords: Readonly<Record<Verdict, Shown>> = {
  must: { text: { zh: '应当', en: 'A duty' }, status: 'info' },
  may: { text: { zh: '可以', en: 'Free to' }, status: 'quiet' },
  good: { text: { zh: '符合', en: 'Met' }, status: 'good' },
  missing: { text: { zh: '还缺', en: 'Missing' }, status: 'warn' },
  refused: { text: { zh: '不可以', en: 'Not lawful' }, status: 'bad' },
}

export const stageWords: Readonly<Record<TermStage, Shown>> = {
  running: { text: { zh: '任期内', en: 'Running' }, status: 'good' },
  'due-6': { text: { zh: '六个月内届满', en: 'Ends in six months' }, status: 'info' },
  'due-3': { text: { zh: '三个月内届满', en: 'Ends in three months' }, status: 'info' },
  'due-1': { text: { zh: '一个月内届满', en: 'Ends within a month' }, status: 'warn' },
  overdue: { text: { zh: '已届满', en: 'Over' }, status: 'bad' },
  unknown: { text: { zh: '未登记届期', en: 'Not on record' }, status: 'quiet' },
}

export const matterWords: Readonly<Record<MatterKind, Text>> = {
  rename: { zh: '更名', en: 'New name' },
  move: { zh: '变更隶属', en: 'Another level above' },
  merge: { zh: '并入其他工会', en: 'Merge into another union' },
  dissolve: { zh: '撤销', en: 'Dissolve' },
  're-election': { zh: '换届选举', en: 'Re-election' },
  'by-election': { zh: '补选', en: 'By-election' },
  extension: { zh: '延期换届', en: 'Postpone the election' },
}

export const paperWords: Readonly<Record<DossierDocument, Text>> = {
  request: { zh: '建会请示', en: 'Request' },
  'preparation-reply': { zh: '同意筹建的批复', en: 'Reply: preparation' },
  result: { zh: '选举结果报告', en: 'Report of the election' },
  'election-reply': { zh: '选举结果的批复', en: 'Reply: election' },
  roster: { zh: '会员名册封面', en: 'Cover of the roll' },
  committee: { zh: '委员会成员名单', en: 'List of the committee' },
}

export function outcomeStatus(outcome: 'granted' | 'refused' | 'withdrawn' | 'closed' | null): Status {
  if (outcome === 'granted') return 'good'
  if (outcome === 'refused') return 'bad'
  return outcome === null ? 'info' : 'quiet'
}
