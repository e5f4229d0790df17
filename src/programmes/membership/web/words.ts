import { defineMessages, type Text } from '#ui/i18n/text.ts'
import type { Status } from '#ui/data/status-badge.tsx'
import type { ApplicationState } from '../shapes-members.ts'
import type { MemberLine, TransferRow } from './types.ts'

type Word = { readonly status: Status; readonly text: Text }

export const applicationWords: Readonly<Record<ApplicationState, Word>> = {
  checking: { status: 'info', text: { zh: '等工会审核', en: 'With the union' } },
  returned: { status: 'warn', text: { zh: '请补正', en: 'Sent back' } },
  'second-look': { status: 'info', text: { zh: '上级复核中', en: 'With the level above' } },
  admitted: { status: 'good', text: { zh: '已入会', en: 'Admitted' } },
  moving: { status: 'info', text: { zh: '已转为会籍转移', en: 'Became a transfer' } },
  refused: { status: 'bad', text: { zh: '未批准', en: 'Not admitted' } },
  withdrawn: { status: 'quiet', text: { zh: '已撤回', en: 'Withdrawn' } },
}

export const transferWords: Readonly<Record<TransferRow['state'], Word>> = {
  open: { status: 'info', text: { zh: '办理中', en: 'Under way' } },
  done: { status: 'good', text: { zh: '已办结', en: 'Done' } },
  refused: { status: 'bad', text: { zh: '未办成', en: 'Not done' } },
  cancelled: { status: 'quiet', text: { zh: '已撤回', en: 'Taken back' } },
}

export const standingWords: Readonly<Record<MemberLine['status'], Word>> = {
  active: { status: 'good', text: { zh: '在册会员', en: 'On the roll' } },
  retained: { status: 'info', text: { zh: '保留会籍', en: 'Retained' } },
  moved: { status: 'quiet', text: { zh: '已转出', en: 'Moved' } },
  left: { status: 'quiet', text: { zh: '已退会', en: 'Left' } },
  expelled: { status: 'bad', text: { zh: '已除名', en: 'Expelled' } },
}

export const kindWords = defineMessages({
  'union-association': { zh: '区域或行业工会', en: 'Association of an area or trade' },
  'joint-union': { zh: '联合工会', en: 'Joint union' },
  'grassroots-union': { zh: '单位工会', en: 'Union of a workplace' },
})

export const documentWords: Readonly<Record<string, Text>> = {
  'resident-id': { zh: '居民身份证', en: 'Identity card' },
  passport: { zh: '护照', en: 'Passport' },
  'hk-macao-permit': { zh: '港澳居民来往内地通行证', en: 'Hong Kong or Macao permit' },
  'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Taiwan permit' },
}
