import type { OpenEvidence } from '../../rules/open-now.ts'
import type { Text } from '#platform/text.ts'

const WORDINGS: Readonly<Record<Exclude<OpenEvidence['kind'], 'usual'>, Text>> = {
  'declared-open': { zh: '公布的时间说开着', en: 'The declared hours say open' },
  'declared-closed': { zh: '公布的时间说没开', en: 'The declared hours say closed' },
  'hours-unknown': { zh: '没有公布开放时间', en: 'No hours are declared' },
  'check-in': { zh: '有人打卡', en: 'Somebody checked in' },
  'reported-locked': { zh: '有人反映门锁着', en: 'Somebody reported the door locked' },
  'reported-reopened': { zh: '反映人说已经开门', en: 'The reporter found it open again' },
  'keeper-said-open': { zh: '管理员说开着', en: 'The keeper says that it is open' },
  'keeper-said-closed': { zh: '管理员说没开', en: 'The keeper says that it is closed' },
}

const USUALLY_OPEN: Text = {
  zh: '近几周这个时段多数开着',
  en: 'In recent weeks mostly open at about this hour',
}
const USUALLY_LOCKED: Text = {
  zh: '近几周这个时段常有人没进去',
  en: 'In recent weeks often found locked at about this hour',
}

/** One line of evidence in a few words. */
export function evidenceWording({ kind, weight }: Pick<OpenEvidence, 'kind' | 'weight'>): Text {
  if (kind !== 'usual') return WORDINGS[kind]
  return weight > 0 ? USUALLY_OPEN : USUALLY_LOCKED
}
