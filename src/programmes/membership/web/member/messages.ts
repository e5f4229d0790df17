import { defineMessages } from '#ui/i18n/text.ts'

/** What the pages of joining say. */
export const messages = defineMessages({
  joinTitle: { zh: '加入工会', en: 'Join the union' },
  joinLead: {
    zh: '三分钟，不收费。填四项，工会三个工作日内答复。',
    en: 'Three minutes, no charge. Four answers; the union replies within three working days.',
  },
  findTitle: { zh: '找一家工会', en: 'Find a union' },
  findHint: { zh: '单位或工会名称的一部分', en: 'A part of the name' },
  findLead: {
    zh: '单位有工会的，加入单位工会；没有的，加入所在区域或行业的工会。扫工会海报上的码最快。',
    en: 'Join the union where you work; where there is none, that of your trade or area. A union’s poster is quickest.',
  },
  district: { zh: '县区', en: 'District' },
  anyDistrict: { zh: '全市', en: 'The whole city' },
  associationsOnly: {
    zh: '我的单位没有工会（骑手、司机、快递员等）',
    en: 'There is no union where I work (riders, drivers, couriers)',
  },
  loadingUnions: { zh: '正在找工会', en: 'Looking for unions' },
  noUnionsTitle: { zh: '没有找到', en: 'Nothing found' },
  noUnions: {
    zh: '换一个说法，或只选县区再找。还找不到，可以联系县区总工会。',
    en: 'Try other words, or the district alone. If it is not there, ask the county federation.',
  },
  more: { zh: '还有 {count} 家，请把名称写得再具体一点。', en: '{count} more; type more of the name.' },
  codeGone: { zh: '这个入会码不能用了', en: 'This join code is no longer good' },
  codeGoneHint: {
    zh: '海报可能已经更换。可以按名称找到工会再加入。',
    en: 'The poster has been replaced. You can find the union by its name.',
  },
  readingCode: { zh: '正在读取入会码', en: 'Reading the join code' },
  steps: { zh: '入会步骤', en: 'Steps' },
  stepPhone: { zh: '验证手机', en: 'Phone' },
  stepFacts: { zh: '填写信息', en: 'Your answers' },
  stepDone: { zh: '等待批准', en: 'Approval' },
  provePhone: {
    zh: '先用短信验证码确认手机号是您本人的，之后用它查看进度和会员证。',
    en: 'First confirm your phone by a code. You will see progress and your card with it.',
  },
  provePhoneButton: { zh: '验证手机号', en: 'Confirm my phone' },
  otherUnion: { zh: '不是这家？换一家工会', en: 'Not this one? Choose another union' },
  name: { zh: '姓名', en: 'Name' },
  nameWhy: {
    zh: '和身份证上一样。用途：登记会员（工会法、会员实名制）。',
    en: 'As on your identity card. For the roll of members, which unions keep by law.',
  },
  documentNumber: { zh: '身份证号码', en: 'Identity number' },
  otherDocument: { zh: '证件号码', en: 'Document number' },
  documentWhy: {
    zh: '用途：确认一人一份会籍。加密保存，工会核对后别人看不到。',
    en: 'So that each person has one membership. Kept encrypted; nobody sees it after the union has compared it.',
  },
  documentKind: { zh: '证件类型', en: 'Document' },
  useOtherDocument: { zh: '没有身份证，用其他证件', en: 'I have another document' },
  useResidentId: { zh: '用身份证', en: 'Use the identity card' },
  employment: { zh: '您的职业', en: 'What you do' },
  employmentWhy: {
    zh: '用途：安排适合您的服务，统计新就业形态劳动者人数。',
    en: 'So that the right services reach you, and for the count of workers in new forms of employment.',
  },
  hasLetter: {
    zh: '我原来是外市工会的会员，有会籍转移介绍信',
    en: 'I come from a union of another city, with its letter',
  },
  letterFrom: { zh: '原工会（全称）', en: 'The union you come from' },
  letterWhy: {
    zh: '照介绍信填写。用途：会籍接续，不重复计入。办理时请带上原件。',
    en: 'As on the letter, so that your membership goes on and is counted once. Bring the original.',
  },
  letterNumber: { zh: '介绍信编号', en: 'Number of the letter' },
  letterOn: { zh: '开具日期', en: 'Day of the letter' },
  phoneWhy: {
    zh: '手机号已验证。用途：通知办理结果。',
    en: 'Your phone is confirmed. It is used to tell you the outcome.',
  },
  consents: {
    zh: '另外，是否同意（可不选，以后随时能改）',
    en: 'And, if you like (optional; change it any time)',
  },
  consentsLater: {
    zh: '乘车、保险等其他用途，用到时再单独征求您的同意。',
    en: 'Other purposes, such as bus rides or insurance, are asked for where they are needed.',
  },
  confirm: {
    zh: '我自愿加入工会，遵守工会章程，以上信息是真实的。',
    en: 'I wish to join by myself, will keep the statutes, and what I wrote is true.',
  },
  confirmMissing: { zh: '请勾选后再提交。', en: 'Tick this before sending.' },
  employmentMissing: { zh: '请选择一项。', en: 'Choose one.' },
  send: { zh: '提交申请', en: 'Send' },
  sending: { zh: '正在提交', en: 'Sending' },
  keptDraft: {
    zh: '上次没有写完，已经替您填好（身份证号码不保存，请再填一次）。',
    en: 'What you wrote last time is here again. Your document number is never kept; type it once more.',
  },
  clearDraft: { zh: '清空', en: 'Clear' },
  offlineKept: {
    zh: '没有网络，还没有提交。别关这一页，有网络时再按一次“提交申请”，不会重复。',
    en: 'No network: nothing was sent. Keep this page open and press Send again later; it will not be sent twice.',
  },
  whatIsKept: { zh: '保存什么、保存多久', en: 'What is kept, and for how long' },
  whatIsKeptText: {
    zh: '批准后，姓名和证件号码进入会员名册，会籍存续期间保存。没有批准的，复核期过后（30天）删除；撤回的，马上删除。您可以随时在“关于我的信息”里查看、更正、要求删除。',
    en: 'Once approved, name and number stand in the roll for as long as you are a member. Refused, they are deleted after the days of appeal (30); withdrawn, at once. See, correct or delete them under “What is held about me”.',
  },
  memberAlready: { zh: '您已经是会员', en: 'You are a member already' },
  memberAlreadyHere: {
    zh: '您就在“{union}”，不用再申请。',
    en: 'You are in {union}; there is nothing to apply for.',
  },
  memberElsewhere: {
    zh: '您的会籍在“{union}”。一人只有一份会籍，换到这家工会请办理转移：您申请，两边工会确认，不用自己跑。',
    en: 'Your membership is with {union}. There is one a person: ask for it to be moved here. Both unions confirm.',
  },
  askTransferHere: { zh: '申请转到“{union}”', en: 'Ask to move to {union}' },
  seeMembership: { zh: '我的会籍', en: 'My membership' },
  seeCard: { zh: '会员证', en: 'My card' },
  underWay: { zh: '您有一份申请正在办理', en: 'An application of yours is under way' },
  knownAs: { zh: '以“{name}”的身份申请', en: 'Applying as {name}' },
  knownWhy: {
    zh: '平台已经知道您是谁，不用再填姓名和证件。',
    en: 'You are known here; name and document need not be typed again.',
  },
})
