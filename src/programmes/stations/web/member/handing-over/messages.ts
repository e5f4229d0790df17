import { defineMessages } from '#ui/i18n/text.ts'

/** What is said of a station that is gone. */
export const goneMessages = defineMessages({
  title: { zh: '这里不再是驿站', en: 'This is no station any more' },
  voluntary: { zh: '这个驿站已于{on}退出。', en: 'This station left on {on}.' },
  merged: { zh: '这个驿站已于{on}并入另一个驿站。', en: 'This station was merged into another on {on}.' },
  withdrawn: { zh: '这个驿站已于{on}摘牌。', en: 'This station was withdrawn on {on}.' },
  mergedInto: { zh: '并入了{name}', en: 'Merged into {name}' },
  nearest: { zh: '最近的开放驿站：', en: 'Nearest open station:' },
  goThere: { zh: '看怎么走', en: 'How to get there' },
  seeMap: { zh: '看地图', en: 'See the map' },
})

/** A keeper hands over, or lets a station go. */
export const handoverMessages = defineMessages({
  title: { zh: '移交给别人', en: 'Hand over' },
  what: {
    zh: '接任的人用自己的手机号登录同意后立即生效，在那之前还是您负责。十四天内有效。',
    en: 'It takes effect the moment your successor, signed in by phone, agrees; until then you keep it. Good for fourteen days.',
  },
  whatByOfficer: {
    zh: '请现任管理员和接任的人各用自己的手机号登录同意，两人都同意后立即生效。现任联系不上时，请用“指定管理员”。',
    en: 'Keeper and successor are both asked, each by their own phone; the second yes hands over. Where the keeper cannot be reached, appoint another.',
  },
  count: { zh: '移交记录（{count}次）', en: 'Hand-overs ({count})' },
  fromTo: { zh: '{keeper}移交给{successor}', en: '{keeper} to {successor}' },
  offeredBy: { zh: '{day}由{by}发起', en: 'offered {day} by {by}' },
  open: { zh: '等答复', en: 'waiting' },
  'handed-over': { zh: '已移交', en: 'handed over' },
  declined: { zh: '对方不同意', en: 'declined' },
  'taken-back': { zh: '已收回', en: 'taken back' },
  expired: { zh: '已过期', en: 'expired' },
  name: { zh: '接任者姓名', en: "Successor's name" },
  phone: { zh: '接任者手机号', en: "Successor's phone" },
  wrong: { zh: '请填写姓名和11位手机号。', en: 'Give a name and a mobile number of 11 digits.' },
  offer: { zh: '发起移交', en: 'Offer' },
  offered: { zh: '已发起，等对方同意', en: 'Offered; waiting for an answer' },
  waitingMine: { zh: '等{name}同意接任', en: 'Waiting for {name} to agree' },
  waitingYours: { zh: '请您接任“{station}”的管理员', en: 'You are asked to keep “{station}”' },
  waitingKeeper: {
    zh: '工会请您把“{station}”移交给{name}',
    en: 'The union asks you to hand “{station}” to {name}',
  },
  from: {
    zh: '现任管理员{keeper}；{by}发起，{until}前有效',
    en: 'Kept by {keeper}, offered by {by}, good until {until}',
  },
  agree: { zh: '同意', en: 'Agree' },
  decline: { zh: '不同意', en: 'Decline' },
  takeBack: { zh: '收回', en: 'Take back' },
  done: { zh: '已答复', en: 'Answered' },
  leave: { zh: '不再办驿站', en: 'Give up the station' },
})
