import type { Page } from '#platform/client/page.ts'

const report = { zh: '公开报告', en: 'Public report' }

export const pages: readonly Page[] = [
  { path: '/report', face: 'public', title: report, load: () => import('./report-page.tsx') },
  {
    path: '/report/publications',
    face: 'public',
    title: { zh: '已公布的各期', en: 'Publications' },
    load: () => import('./publications-page.tsx'),
  },
  {
    path: '/report/publications/$id',
    face: 'public',
    title: { zh: '一期公布', en: 'Publication' },
    load: () => import('./publication-page.tsx'),
  },
  {
    path: '/report/$key',
    face: 'public',
    title: { zh: '一个数字', en: 'A figure' },
    load: () => import('./figure-page.tsx'),
  },
  {
    path: '/open-data',
    face: 'public',
    title: { zh: '开放数据', en: 'Open data' },
    load: () => import('./open-data/open-data-page.tsx'),
  },
  {
    path: '/board/hall',
    face: 'public',
    title: { zh: '大厅屏', en: 'Hall board' },
    load: () => import('./boards/hall-page.tsx'),
  },
  {
    path: '/board/brief',
    face: 'public',
    title: { zh: '一页看', en: 'On one page' },
    load: () => import('./boards/brief-page.tsx'),
  },
  {
    path: '/board/districts',
    face: 'public',
    title: { zh: '区县对照', en: 'Districts compared' },
    load: () => import('./boards/districts-page.tsx'),
  },
  {
    path: '/staff/figures',
    face: 'staff',
    title: { zh: '数字与公布', en: 'Figures' },
    load: () => import('./staff-figures-page.tsx'),
    menu: {
      label: { zh: '数字与公布', en: 'Figures' },
      icon: 'chart',
      order: 50,
      permissions: ['figures.read'],
    },
  },
  {
    path: '/staff/figures/$key',
    face: 'staff',
    title: { zh: '单条记录', en: 'Single records' },
    load: () => import('./single-records-page.tsx'),
  },
]
