import type { Page } from '#platform/client/page.ts'

const group = { zh: '公交乘车', en: 'Bus rides' }

/** The desk's pages of files, months and statements. */
export const settlementPages: readonly Page[] = [
  {
    path: '/staff/green-travel/month',
    face: 'staff',
    title: { zh: '每月对账', en: 'A month' },
    load: () => import('./month/month-page.tsx'),
    menu: {
      label: { zh: '每月对账', en: 'Months' },
      icon: 'calendar',
      order: 31,
      group,
      permissions: ['green-travel.see-files'],
    },
  },
  {
    path: '/staff/green-travel/files',
    face: 'staff',
    title: { zh: '读卡机文件', en: 'Files of scans' },
    load: () => import('./files/files-page.tsx'),
    menu: {
      label: { zh: '读卡机文件', en: 'Files' },
      icon: 'document',
      order: 32,
      group,
      permissions: ['green-travel.see-files'],
    },
  },
  {
    path: '/staff/green-travel/files/$fileId',
    face: 'staff',
    title: { zh: '一个文件', en: 'A file' },
    load: () => import('./files/file-page.tsx'),
  },
  {
    path: '/staff/green-travel/readers',
    face: 'staff',
    title: { zh: '读卡机', en: 'Readers' },
    load: () => import('./files/readers-page.tsx'),
    menu: {
      label: { zh: '读卡机缺号', en: 'Readers' },
      icon: 'list',
      order: 33,
      group,
      permissions: ['green-travel.see-files'],
    },
  },
  {
    path: '/staff/green-travel/statements/$statementId',
    face: 'staff',
    title: { zh: '结算单', en: 'Statement' },
    load: () => import('./month/statement-page.tsx'),
  },
  {
    path: '/staff/green-travel/ride',
    face: 'staff',
    title: { zh: '查一次乘车', en: 'One ride' },
    load: () => import('./ride/ride-page.tsx'),
    menu: {
      label: { zh: '查一次乘车', en: 'One ride' },
      icon: 'search',
      order: 35,
      group,
      permissions: ['green-travel.see-files'],
    },
  },
  {
    path: '/staff/green-travel/flags',
    face: 'staff',
    title: { zh: '异常线索', en: 'What looks wrong' },
    load: () => import('./flags/flags-page.tsx'),
    menu: {
      label: { zh: '异常线索', en: 'Flags' },
      icon: 'warning',
      order: 34,
      group,
      permissions: ['green-travel.settle'],
    },
  },
]
