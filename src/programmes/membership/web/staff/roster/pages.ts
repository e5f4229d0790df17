import type { Page } from '#platform/client/page.ts'

const group = { zh: '会员', en: 'Members' }

/** The desk's pages of the roster: reading in, exporting. */
export const rosterPages: readonly Page[] = [
  {
    path: '/staff/roster',
    face: 'staff',
    title: { zh: '导入会员名册', en: 'Import a roster' },
    load: () => import('./import-page.tsx'),
    menu: {
      label: { zh: '导入名册', en: 'Import' },
      icon: 'upload',
      order: 30,
      group,
      permissions: ['membership.import'],
    },
  },
  {
    path: '/staff/roster-exports',
    face: 'staff',
    title: { zh: '导出会员名册', en: 'Export the roll' },
    load: () => import('./exports-page.tsx'),
    menu: {
      label: { zh: '导出名册', en: 'Export' },
      icon: 'download',
      order: 31,
      group,
      permissions: ['membership.export'],
    },
  },
  {
    path: '/staff/roster/$importId',
    face: 'staff',
    title: { zh: '一次名册导入', en: 'An import' },
    load: () => import('./import-detail-page.tsx'),
  },
]
