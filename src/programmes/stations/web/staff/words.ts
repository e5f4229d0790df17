import type { Status } from '#ui/data/status-badge.tsx'
import type { Text } from '#ui/i18n/text.ts'
import { facilities } from '../../rules/facilities.ts'
import type {
  AnswerKind,
  FacilityName,
  ImportDecision,
  PhotoKind,
  ReportRow,
  StationLevel,
  StationState,
} from './types.ts'

type Shown = { readonly text: Text; readonly status: Status }

/** The contract's words as the desk reads them. A word that the contract gains is a type error here. */
export const stateWords: Readonly<Record<StationState, Shown>> = {
  operating: { text: { zh: '开放中', en: 'Operating' }, status: 'good' },
  suspended: { text: { zh: '暂停', en: 'Suspended' }, status: 'warn' },
  closed: { text: { zh: '已关闭', en: 'Closed' }, status: 'quiet' },
}

export const levelWords: Readonly<Record<StationLevel, Text>> = {
  'national-best': { zh: '全国最美', en: 'National best' },
  provincial: { zh: '省级', en: 'Provincial' },
  municipal: { zh: '市级', en: 'Municipal' },
  county: { zh: '县级', en: 'County' },
  ordinary: { zh: '普通', en: 'Ordinary' },
}

export const reportKindWords: Readonly<Record<ReportRow['kind'], Text>> = {
  locked: { zh: '门锁着', en: 'Door locked' },
  broken: { zh: '设施损坏', en: 'Something broken' },
  'no-water': { zh: '没有水', en: 'No water' },
  dirty: { zh: '不干净', en: 'Not clean' },
  other: { zh: '其他问题', en: 'Something else' },
}

export const reportStateWords: Readonly<Record<ReportRow['state'], Shown>> = {
  open: { text: { zh: '等待答复', en: 'Waiting' }, status: 'warn' },
  answered: { text: { zh: '已答复', en: 'Answered' }, status: 'info' },
  reopened: { text: { zh: '反映人说还在', en: 'Reopened' }, status: 'warn' },
  settled: { text: { zh: '已解决', en: 'Settled' }, status: 'good' },
}

export const answerWords: Readonly<Record<AnswerKind, Text>> = {
  'was-open': { zh: '当时是开着的', en: 'It was open' },
  opened: { zh: '已经开门', en: 'Open now' },
  fixed: { zh: '已经修好', en: 'Fixed' },
  'will-fix': { zh: '正在处理', en: 'Being fixed' },
  'not-so': { zh: '情况不属实', en: 'Not so' },
}

export const proofWords: Readonly<Record<ReportRow['proof'], Text>> = {
  'code-and-position': { zh: '扫了门牌码，位置相符', en: 'Plate scanned, position agrees' },
  code: { zh: '扫了门牌码', en: 'Plate scanned' },
  position: { zh: '只有手机位置', en: 'Phone position only' },
  none: { zh: '没有到场证明', en: 'No proof of presence' },
}

export const photoWords: Readonly<Record<PhotoKind, Text>> = {
  sign: { zh: '标识', en: 'Sign' },
  outside: { zh: '外观', en: 'Outside' },
  inside: { zh: '室内', en: 'Inside' },
  equipment: { zh: '设施', en: 'Equipment' },
  rules: { zh: '制度', en: 'Rules' },
}

export const decisionWords: Readonly<Record<ImportDecision, Shown>> = {
  ready: { text: { zh: '可以写入', en: 'Ready' }, status: 'good' },
  confirmed: { text: { zh: '已确认', en: 'Confirmed' }, status: 'good' },
  confirm: { text: { zh: '请确认', en: 'To confirm' }, status: 'warn' },
  refused: { text: { zh: '不能写入', en: 'Refused' }, status: 'bad' },
  skipped: { text: { zh: '跳过', en: 'Skipped' }, status: 'quiet' },
}

/** A draft's fields, as history, conflict and error summary name them. */
export const fieldWords: Readonly<Record<string, Text>> = {
  name: { zh: '名称', en: 'Name' },
  adcode: { zh: '县区', en: 'District' },
  address: { zh: '地址', en: 'Address' },
  location: { zh: '坐标', en: 'Coordinates' },
  hours: { zh: '开放时间', en: 'Opening hours' },
  exceptions: { zh: '例外日期', en: 'Days that differ' },
  facilities: { zh: '设施', en: 'Facilities' },
  otherFacilities: { zh: '其他设施', en: 'Other facilities' },
  hostUnit: { zh: '承办单位', en: 'Host unit' },
  phone: { zh: '电话', en: 'Phone' },
  level: { zh: '级别', en: 'Level' },
  openedOn: { zh: '启用日期', en: 'Opened on' },
  state: { zh: '状态', en: 'State' },
  organisationId: { zh: '所属组织', en: 'Organisation' },
}

const facilityTexts = new Map<FacilityName, Text>(facilities.map(({ id, text }) => [id, text]))

export const facilityText = (id: FacilityName): Text => facilityTexts.get(id) ?? { zh: id, en: id }
