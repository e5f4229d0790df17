import { defineMessages } from '#ui/i18n/text.ts'

export const messages = defineMessages({
  product: { zh: '振翼', en: 'Zhenyi' },
  publisher: { zh: '{city}总工会', en: '{city} Federation of Trade Unions' },
  demo: { zh: '演示数据，人物与记录均为虚构', en: 'Demo data: people and records are invented' },
  chooseDemoPerson: { zh: '换个身份看看', en: 'See it as somebody else' },
  offline: {
    zh: '没有网络。显示的是上次打开时的内容。',
    en: 'No connection. You see what was here last time.',
  },
  home: { zh: '首页', en: 'Home' },
  me: { zh: '我的', en: 'Me' },
  report: { zh: '公开数字', en: 'Public figures' },
  signIn: { zh: '登录', en: 'Sign in' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  print: { zh: '打印', en: 'Print' },
  language: { zh: 'English', en: '中文' },
  notFoundTitle: { zh: '没有这个页面', en: 'There is no such page' },
  notFoundWhy: {
    zh: '地址可能写错了，或者内容已经移走。',
    en: 'The address may be mistyped, or the page has moved.',
  },
  goHome: { zh: '回首页', en: 'Go home' },
  brokenTitle: { zh: '这个页面出错了', en: 'This page broke' },
  brokenWhatToDo: {
    zh: '请刷新页面再试；已经保存的内容不会丢失。',
    en: 'Reload the page; what was saved is not lost.',
  },
  whole: { zh: '全部', en: 'All' },
})
