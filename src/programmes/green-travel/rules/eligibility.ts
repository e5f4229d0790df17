import type { Text } from '#platform/text.ts'

/** Why somebody gets no voucher, and what they can do about it. The page shows the reason, then the way on. */
export const ineligibilities = {
  'not-on-roll': {
    zh: '您所在单位的工会名册里还没有您',
    en: 'your unit’s union does not have you on its roll',
    next: {
      zh: '请联系本单位工会，或在“入会”中申请；名册更新后立即可用。',
      en: 'Ask your unit’s union, or apply to join; it works as soon as the roll has you.',
    },
  },
  retained: {
    zh: '您的会籍是保留状态，暂不享受乘车补贴',
    en: 'your membership is kept but not active',
    next: {
      zh: '会籍转到新的单位工会后即可使用。',
      en: 'It works again once your membership is with a union.',
    },
  },
  'no-consent': {
    zh: '使用前需要您的两项单独同意',
    en: 'two consents of yours are needed first',
    next: { zh: '在下面逐项阅读并同意。', en: 'Read and agree to them one by one below.' },
  },
  'no-programme': {
    zh: '您所在工会还没有开通乘车补贴',
    en: 'no union above yours pays for rides',
    next: { zh: '可以向本单位工会反映。', en: 'Your union can tell you whether it is planned.' },
  },
  paused: {
    zh: '乘车补贴暂停',
    en: 'the programme is paused',
    next: { zh: '恢复时会在这里显示。', en: 'It will show here when it goes on.' },
  },
  'budget-used-up': {
    zh: '本期乘车补贴预算已用完',
    en: 'the budget for rides is used up',
    next: {
      zh: '追加预算后会恢复；此前请按普通票价乘车。',
      en: 'Until more is granted, rides cost the usual fare.',
    },
  },
  'day-limit': {
    zh: '这几天的次数都已发到手机上',
    en: 'the rides of these days are on a phone already',
    next: {
      zh: '如果在另一台手机上，请先在那台手机使用，或撤销后从明天起用这台。',
      en: 'If that is another phone, use it, or revoke it and ride with this one from tomorrow.',
    },
  },
  'month-limit': {
    zh: '本月的补贴次数已用完',
    en: 'this month’s rides are used up',
    next: { zh: '下月1日起重新计算。', en: 'They begin anew on the first of next month.' },
  },
} as const satisfies Record<string, Text & { readonly next: Text }>

export type Ineligibility = keyof typeof ineligibilities
