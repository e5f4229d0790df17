import type { ComponentType } from 'react'
import type { Page } from '#platform/client/page.ts'
import type { Text } from '#platform/text.ts'
import type { IconName } from '#ui/pictures/icon.tsx'
import { pages as accessPages } from '#kernel/access/web/index.tsx'
import { pages as activitiesPages } from '#kernel/activities/web/index.tsx'
import { pages as auditPages } from '#kernel/audit/web/index.tsx'
import { pages as claimsPages } from '#kernel/claims/web/index.tsx'
import { pages as contestsPages } from '#kernel/contests/web/index.tsx'
import { pages as figuresPages } from '#kernel/figures/web/index.tsx'
import { pages as ledgerPages } from '#kernel/ledger/web/index.tsx'
import { pages as notificationsPages } from '#kernel/notifications/web/index.tsx'
import { pages as organisationsPages } from '#kernel/organisations/web/index.tsx'
import { pages as peoplePages } from '#kernel/people/web/index.tsx'
import { pages as reviewPages } from '#kernel/review/web/index.tsx'
import { pages as workPages } from '#kernel/work/web/index.tsx'
import { pages as membershipPages } from '#programmes/membership/web/index.tsx'
import { pages as stationsPages } from '#programmes/stations/web/index.tsx'
import { pages as greenTravelPages } from '#programmes/green-travel/web/index.tsx'

const appPages: readonly Page[] = [
  {
    path: '/',
    face: 'member',
    title: { zh: '首页', en: 'Home' },
    load: () => import('./web/home-page.tsx'),
    menu: { label: { zh: '首页', en: 'Home' }, icon: 'home', order: 0 },
  },
  {
    path: '/me',
    face: 'member',
    title: { zh: '我的', en: 'Me' },
    load: () => import('./web/me-page.tsx'),
    menu: { label: { zh: '我的', en: 'Me' }, icon: 'user', order: 90 },
  },
]

/**
 * Every page of every module. A programme's folder and two lines (here and in `modules.ts`) are all it takes;
 * `npm run new programme <id>` adds to the end.
 */
export const pages: readonly Page[] = [
  ...appPages,
  ...figuresPages,
  ...claimsPages,
  ...workPages,
  ...reviewPages,
  ...accessPages,
  ...organisationsPages,
  ...peoplePages,
  ...auditPages,
  ...notificationsPages,
  ...ledgerPages,
  ...activitiesPages,
  ...contestsPages,
  ...membershipPages,
  ...stationsPages,
  ...greenTravelPages,
]

/** What the member's home shows, in order; each loads by itself. */
export const homeCards: readonly (() => Promise<{ default: ComponentType }>)[] = [
  () => import('#programmes/stations/web/member/home-card.tsx'),
  () => import('#programmes/green-travel/web/member/home-card.tsx'),
  () => import('#programmes/membership/web/member/home-card.tsx'),
]

/**
 * What waits in this browser to be sent goes on from whatever page is opened next, and is told before anybody signs
 * out. Each registers itself with `registerUnsent`.
 */
export const outboxes: readonly (() => Promise<void>)[] = [
  async () => (await import('#programmes/stations/web/member/device/outbox.ts')).startOutbox(),
]

type PublicPlace = { readonly href: string; readonly title: Text; readonly icon: IconName }

/** What is open to everybody and has no tab: large targets on the member's home, links at the foot of each public page. */
export const publicPlaces: readonly PublicPlace[] = [
  { href: '/contests', title: { zh: '比赛', en: 'Contests' }, icon: 'book' },
  { href: '/activities', title: { zh: '活动', en: 'Activities' }, icon: 'calendar' },
  { href: '/notices', title: { zh: '公示', en: 'Public notices' }, icon: 'bell' },
  { href: '/report', title: { zh: '公开数字', en: 'Public figures' }, icon: 'chart' },
  { href: '/claims', title: { zh: '说过的数字', en: 'Numbers we said' }, icon: 'target' },
  { href: '/texts', title: { zh: '公布的文稿', en: 'Published texts' }, icon: 'document' },
  { href: '/open-data', title: { zh: '开放数据', en: 'Open data' }, icon: 'download' },
]

type MyPlace = {
  readonly href: string
  readonly title: Text
  readonly note?: Text
  readonly needsSignIn?: boolean
  readonly forStaff?: boolean
}

type MyPlaces = { readonly title: Text; readonly places: readonly MyPlace[] }

/** What the member's own page leads to besides the tabs: the union, what one does there, oneself. */
export const mePlaces: readonly MyPlaces[] = [
  {
    title: { zh: '会籍', en: 'Membership' },
    places: [
      { href: '/membership', title: { zh: '我的会籍', en: 'My membership' }, needsSignIn: true },
      { href: '/card', title: { zh: '会员证', en: 'My card' }, needsSignIn: true },
      { href: '/me/cases', title: { zh: '我的申请', en: 'What I applied for' }, needsSignIn: true },
      {
        href: '/unions',
        title: { zh: '我要建会', en: 'Found a union' },
        note: { zh: '单位在网上申请，看办到哪一步', en: 'Apply for your workplace, see where it stands' },
      },
      {
        href: '/unions/dissolution',
        title: { zh: '工会撤销时我的会籍', en: 'My membership if my union ends' },
        needsSignIn: true,
      },
    ],
  },
  {
    title: { zh: '参与', en: 'Taking part' },
    places: [
      { href: '/entries', title: { zh: '我的参赛作品', en: 'My entries' }, needsSignIn: true },
      { href: '/contests/judging', title: { zh: '我的评审', en: 'What I judge' }, needsSignIn: true },
      { href: '/keeper', title: { zh: '我管理的驿站', en: 'Stations I keep' }, needsSignIn: true },
      { href: '/inspect', title: { zh: '我的检查', en: 'My inspections' }, forStaff: true },
      { href: '/staff', title: { zh: '工作台', en: 'The desk' }, forStaff: true },
    ],
  },
  {
    title: { zh: '消息和我的信息', en: 'Messages and my data' },
    places: [
      { href: '/me/messages', title: { zh: '消息', en: 'Messages' }, needsSignIn: true },
      {
        href: '/me/data',
        title: { zh: '关于我的信息', en: 'What is held about me' },
        note: { zh: '存了什么、为什么、谁看过', en: 'What, why, and who looked' },
        needsSignIn: true,
      },
      { href: '/me/looked', title: { zh: '谁看过我的信息', en: 'Who looked at me' }, needsSignIn: true },
      { href: '/me/sessions', title: { zh: '登录设备', en: 'Where I am signed in' }, needsSignIn: true },
    ],
  },
]
