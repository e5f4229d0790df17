import type { Page } from '#platform/client/page.ts'

const group = { zh: '驿站', en: 'Stations' }

/** The desk's pages of this programme, in the order of its menu. */
export const staffPages: readonly Page[] = [
  {
    path: '/staff/stations',
    face: 'staff',
    title: { zh: '驿站', en: 'Stations' },
    load: () => import('./list/stations-page.tsx'),
    menu: {
      label: { zh: '驿站', en: 'Stations' },
      icon: 'map-pin',
      order: 10,
      group,
      permissions: ['stations.read'],
    },
  },
  {
    path: '/staff/stations/new',
    face: 'staff',
    title: { zh: '新增驿站', en: 'New station' },
    load: () => import('./form/new-page.tsx'),
  },
  {
    path: '/staff/stations/import',
    face: 'staff',
    title: { zh: '导入驿站名册', en: 'Import a roster' },
    load: () => import('./import/import-page.tsx'),
    menu: {
      label: { zh: '导入', en: 'Import' },
      icon: 'upload',
      order: 11,
      group,
      permissions: ['stations.import'],
    },
  },
  {
    path: '/staff/stations/import/$importId',
    face: 'staff',
    title: { zh: '导入预览', en: 'Import preview' },
    load: () => import('./import/preview-page.tsx'),
  },
  {
    path: '/staff/stations/reports',
    face: 'staff',
    title: { zh: '问题反映', en: 'Reports' },
    load: () => import('./reports/reports-page.tsx'),
    menu: {
      label: { zh: '问题反映', en: 'Reports' },
      icon: 'warning',
      order: 12,
      group,
      permissions: ['stations.read'],
    },
  },
  {
    path: '/staff/stations/certificates',
    face: 'staff',
    title: { zh: '驿站证书', en: 'Certificates' },
    load: () => import('./certificates/certificates-page.tsx'),
    menu: {
      label: { zh: '证书', en: 'Certificates' },
      icon: 'check',
      order: 13,
      group,
      permissions: ['stations.read'],
    },
  },
  {
    path: '/staff/stations/likenesses',
    face: 'staff',
    title: { zh: '相似照片', en: 'Photos that look alike' },
    load: () => import('./certificates/likenesses-page.tsx'),
  },
  {
    path: '/staff/stations/inspections',
    face: 'staff',
    title: { zh: '驿站检查', en: 'Inspections' },
    load: () => import('./inspections/inspections-page.tsx'),
    menu: {
      label: { zh: '检查', en: 'Inspections' },
      icon: 'eye',
      order: 14,
      group,
      permissions: ['stations.read'],
    },
  },
  {
    path: '/staff/stations/inspections/plan',
    face: 'staff',
    title: { zh: '安排检查', en: 'Plan a route' },
    load: () => import('./inspections/plan-page.tsx'),
  },
  {
    path: '/staff/stations/inspections/$inspectionId',
    face: 'staff',
    title: { zh: '检查结果', en: 'Result' },
    load: () => import('./inspections/inspection-page.tsx'),
  },
  {
    path: '/staff/stations/standards',
    face: 'staff',
    title: { zh: '驿站标准', en: 'Standards' },
    load: () => import('./standards/standards-page.tsx'),
    menu: {
      label: { zh: '标准', en: 'Standards' },
      icon: 'document',
      order: 15,
      group,
      permissions: ['stations.read'],
    },
  },
  {
    path: '/staff/stations/standards/drafts/$draftId',
    face: 'staff',
    title: { zh: '标准草案', en: 'Draft of a standard' },
    load: () => import('./standards/draft-page.tsx'),
  },
  {
    path: '/staff/stations/standards/versions/$versionId',
    face: 'staff',
    title: { zh: '标准的一版', en: 'A version of a standard' },
    load: () => import('./standards/version-page.tsx'),
  },
  {
    path: '/staff/stations/$code',
    face: 'staff',
    title: { zh: '驿站详情', en: 'Station' },
    load: () => import('./detail/station-page.tsx'),
  },
  {
    path: '/staff/stations/$code/edit',
    face: 'staff',
    title: { zh: '修改驿站', en: 'Change a station' },
    load: () => import('./form/edit-page.tsx'),
  },
]
