import type { OpenEvidence } from '../../rules/open-now.ts'
import type { Text } from '#platform/text.ts'

const WORDINGS: Readonly<Record<OpenEvidence['kind'], Text>> = {
  'declared-open': { zh: '公布的时间说开着', en: 'The declared hours say open' },
  'declared-closed': { zh: '公布的时间说没开', en: 'The declared hours say closed' },
  'hours-unknown': { zh: '没有公布开放时间', en: 'No hours are declared' },
  'check-in': { zh: '有人打卡', en: 'Somebody checked in' },
  'reported-locked': { zh: '有人反映门锁着', en: 'Somebody reported the door locked' },
  'reported-reopened': { zh: '反映人说已经开门', en: 'The reporter found it open again' },
  'keeper-said-open': { zh: '管理员说开着', en: 'The keeper says that it is open' },
  'keeper-said-closed': { zh: '管理员说没开', en: 'The keeper says that it is closed' },
}

/** One line of evidence in a few words. */
export const evidenceWording = (kind: OpenEvidence['kind']): Text => WORDINGS[kind]
