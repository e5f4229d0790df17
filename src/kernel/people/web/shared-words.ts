import { defineMessages } from '#ui/i18n/text.ts'

/** Words that staff's and members' pages share, keyed by the values of the contract. */

export const documentWords = defineMessages({
  'resident-id': { zh: '居民身份证', en: 'Resident identity card' },
  passport: { zh: '护照', en: 'Passport' },
  'hk-macao-permit': { zh: '港澳居民来往内地通行证', en: 'Hong Kong or Macao permit' },
  'taiwan-permit': { zh: '台湾居民来往大陆通行证', en: 'Taiwan permit' },
})

export const requestKindWords = defineMessages({
  correction: { zh: '更正', en: 'Correction' },
  deletion: { zh: '删除', en: 'Deletion' },
})

export const requestFieldWords = defineMessages({
  name: { zh: '姓名', en: 'Name' },
  document: { zh: '身份证号码', en: 'Identity number' },
  phone: { zh: '手机号', en: 'Phone' },
  other: { zh: '其他', en: 'Something else' },
})

export const requestStateWords = defineMessages({
  open: { zh: '办理中', en: 'Open' },
  granted: { zh: '已同意并办理', en: 'Granted and done' },
  refused: { zh: '未同意', en: 'Refused' },
})

export const requestStatus = { open: 'info', granted: 'good', refused: 'quiet' } as const
