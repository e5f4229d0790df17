import type { Page } from '#platform/client/page.ts'

/** The pages of whoever is on the street, and of whoever keeps a station. */
export const memberPages: readonly Page[] = [
  {
    path: '/stations',
    face: 'member',
    title: { zh: '驿站地图', en: 'Stations' },
    load: () => import('./map-page.tsx'),
    menu: { label: { zh: '驿站', en: 'Stations' }, icon: 'map-pin', order: 10 },
  },
  {
    path: '/stations/mine',
    face: 'member',
    title: { zh: '我的打卡和反映', en: 'My check-ins and reports' },
    load: () => import('./mine-page.tsx'),
    menu: { label: { zh: '我的打卡', en: 'Check-ins' }, icon: 'clock', order: 20 },
  },
  {
    path: '/stations/standard',
    face: 'public',
    title: { zh: '驿站标准', en: 'The standard for stations' },
    load: () => import('./certificate/standard-page.tsx'),
  },
  {
    path: '/stations/apply',
    face: 'member',
    title: { zh: '申请设立驿站', en: 'Apply for a station' },
    load: () => import('./apply/apply-page.tsx'),
  },
  {
    path: '/stations/applications',
    face: 'member',
    title: { zh: '我的设站申请', en: 'My applications' },
    load: () => import('./apply/applications-page.tsx'),
  },
  {
    path: '/stations/applications/$id',
    face: 'member',
    title: { zh: '设站申请', en: 'Application' },
    load: () => import('./apply/application-page.tsx'),
  },
  {
    path: '/stations/$code',
    face: 'member',
    title: { zh: '驿站', en: 'Station' },
    load: () => import('./station-page.tsx'),
  },
  {
    // Short, because it is printed as a QR code on every station's door.
    path: '/s/$secret',
    face: 'member',
    title: { zh: '驿站门牌', en: 'Station plate' },
    load: () => import('./plate-page.tsx'),
  },
  {
    path: '/keeper',
    face: 'member',
    title: { zh: '我管理的驿站', en: 'Stations I keep' },
    load: () => import('./keeper-page.tsx'),
  },
  {
    path: '/inspect',
    face: 'member',
    title: { zh: '我的检查', en: 'My inspections' },
    load: () => import('./inspection/rounds-page.tsx'),
  },
  {
    path: '/inspect/$roundId',
    face: 'member',
    title: { zh: '检查路线', en: 'Route' },
    load: () => import('./inspection/round-page.tsx'),
  },
  {
    path: '/inspect/$roundId/$inspectionId',
    face: 'member',
    title: { zh: '检查', en: 'Visit' },
    load: () => import('./inspection/visit-page.tsx'),
  },
]
