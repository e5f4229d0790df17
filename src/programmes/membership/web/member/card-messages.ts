import { defineMessages } from '#ui/i18n/text.ts'

/** What the card and the page that checks it say. */
export const cardMessages = defineMessages({
  title: { zh: '会员证', en: 'My card' },
  loading: { zh: '正在打开会员证', en: 'Opening your card' },
  federation: { zh: '{city}总工会', en: 'Federation of trade unions, {city}' },
  noneTitle: { zh: '还没有会员证', en: 'No card yet' },
  none: { zh: '入会以后，这里就是您的会员证。', en: 'Once you are a member, your card is here.' },
  join: { zh: '加入工会', en: 'Join the union' },
  signInText: {
    zh: '登录一次以后，没有网络也能打开。',
    en: 'After signing in once it opens without a network.',
  },
  scanMe: { zh: '扫码核验', en: 'Scan to check' },
  codeLabel: { zh: '会员证核验码', en: 'Code to check this card' },
  nowIs: { zh: '{time} · {seconds}秒后更新', en: '{time} · changes in {seconds} s' },
  stillCode: {
    zh: '这个浏览器不能生成动态码，核验的人看不出是不是截图。',
    en: 'This browser makes no moving code; whoever checks cannot tell a picture from the card.',
  },
  since: { zh: '{day} 入会', en: 'Member since {day}' },
  retained: { zh: '会籍保留', en: 'Retained' },
  serial: { zh: '会员证号', en: 'Serial' },
  offline: {
    zh: '没有网络，显示的是 {day} 取得的会员证。核验的人能查到最新状态。',
    en: 'No network: this is the card of {day}. Whoever checks it sees how it stands today.',
  },
  stale: {
    zh: '会员证已有 {days} 天没有更新，请连一次网络。',
    en: 'This card is {days} days old; connect once.',
  },
  print: { zh: '打印（PDF）', en: 'Print (PDF)' },
  brighter: { zh: '屏幕亮一点更好扫。', en: 'A brighter screen scans better.' },
  verifyTitle: { zh: '核验会员证', en: 'Is this card good?' },
  verifying: { zh: '正在核验', en: 'Checking' },
  typeTitle: { zh: '输入会员证号', en: 'Type the serial' },
  typeHint: { zh: '14位字母和数字，短横可以不输', en: '14 letters and digits; hyphens are optional' },
  check: { zh: '核验', en: 'Check' },
  good: { zh: '会员证有效', en: 'This card is good' },
  goodRetained: { zh: '会籍保留中', en: 'Retained membership' },
  notGood: { zh: '现在不是会员', en: 'No member now' },
  unknown: { zh: '没有这个会员证', en: 'There is no such card' },
  unknownText: {
    zh: '号码格式是对的，但没有发过这个号。可能是伪造的。',
    en: 'The serial is well-formed, but was never issued. It may be forged.',
  },
  mistyped: { zh: '号码不对', en: 'That is no serial' },
  mistypedText: { zh: '请对照会员证再输一次。', en: 'Compare it with the card and type it again.' },
  holder: { zh: '持证人', en: 'Holder' },
  sinceTerm: { zh: '会员起始', en: 'Member since' },
  checkedAt: { zh: '核验时间', en: 'Checked at' },
  shownNow: { zh: '本人手机刚刚出示', en: 'Shown on the member’s phone just now' },
  shownEarlier: {
    zh: '这个码是 {time} 生成的，可能是截图。请对方打开会员证再扫一次。',
    en: 'This code was made at {time}: it may be a picture. Ask for the card itself and scan again.',
  },
  shownClock: {
    zh: '对方手机的时钟不准，看不出是不是刚刚出示的。',
    en: 'The clock of that phone is wrong; when it was shown cannot be told.',
  },
  shownUnsigned: {
    zh: '这是固定的号码（打印件或手工输入），不能证明出示的人就是持证人，请核对姓名。',
    en: 'A fixed serial, printed or typed: it does not prove who shows it. Compare the name.',
  },
  shownForged: {
    zh: '动态码是假的：不是这张会员证生成的。请当作无效处理。',
    en: 'The moving code is forged: this card did not make it. Treat it as not good.',
  },
  privacy: {
    zh: '只显示姓氏和是否有效，不显示证件号码、手机和单位。',
    en: 'Only the surname and whether it is good are shown; no number, phone or workplace.',
  },
  again: { zh: '再核验一张', en: 'Check another' },
})
