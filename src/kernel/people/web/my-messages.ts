import { defineMessages } from '#ui/i18n/text.ts'

/** Words of a member's own page. */
export const myMessages = defineMessages({
  title: { zh: '关于我的信息', en: 'What is held about me' },
  who: { zh: '我是谁', en: 'Who I am' },
  name: { zh: '姓名', en: 'Name' },
  document: { zh: '证件号码', en: 'Document' },
  phone: { zh: '手机号', en: 'Phone' },
  since: { zh: '登记时间', en: 'Registered' },
  holdings: { zh: '存了什么，为什么', en: 'What is held, and why' },
  count: { zh: '{count}条', en: '{count} {count|record|records}' },
  consents: { zh: '我同意的用途', en: 'What I agree to' },
  consentsNote: {
    zh: '每一项都可以随时同意或撤回，不影响其他服务。',
    en: 'Give or withdraw each at any time; nothing else depends on it.',
  },
  outdated: { zh: '文字已更新，请重新确认', en: 'The wording changed; please confirm again' },
  confirmAgain: { zh: '按新文字同意', en: 'Agree to the new wording' },
  lastGiven: { zh: '{day}同意', en: 'Agreed on {day}' },
  lastWithdrawn: { zh: '{day}撤回', en: 'Withdrawn on {day}' },
  requests: { zh: '我的申请', en: 'My requests' },
  dueBy: { zh: '{day}前答复', en: 'Answered by {day}' },
  noRequests: { zh: '还没有申请。', en: 'None yet.' },
  askCorrection: { zh: '申请更正', en: 'Ask for a correction' },
  askDeletion: { zh: '申请删除', en: 'Ask for deletion' },
  field: { zh: '哪一项不对', en: 'What is wrong' },
  wish: { zh: '应该是什么', en: 'What it should say' },
  explanation: { zh: '说明', en: 'Explanation' },
  explanationHint: { zh: '至少6个字', en: 'At least 6 characters' },
  deletionWhat: {
    zh: '同意后，姓名、证件号码和手机号会被清除，您将不能再用本人身份登录和享受会员服务。依法须保留的记录只保留编号。',
    en: 'Once granted, your name, number and phone are erased and you can no longer sign in as yourself. What the law keeps stays under a number only.',
  },
  send: { zh: '提交', en: 'Send' },
  cancel: { zh: '取消', en: 'Cancel' },
  sent: { zh: '已提交，{day}前答复', en: 'Sent; answered by {day}' },
})
