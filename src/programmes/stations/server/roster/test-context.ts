// For tests: the districts of the city (GB/T 2260) and a box around it, not its outline.
import type { RosterContext } from './roster-context.ts'

export const testContext: RosterContext = {
  districts: [
    { adcode: '410402', name: '新华区' },
    { adcode: '410403', name: '卫东区' },
    { adcode: '410404', name: '石龙区' },
    { adcode: '410411', name: '湛河区' },
    { adcode: '410421', name: '宝丰县' },
    { adcode: '410422', name: '叶县' },
    { adcode: '410423', name: '鲁山县' },
    { adcode: '410425', name: '郏县' },
    { adcode: '410471', name: '高新技术产业开发区', aliases: ['高新区'] },
    { adcode: '410472', name: '城乡一体化示范区', aliases: ['新城区', '示范区'] },
    { adcode: '410481', name: '舞钢市' },
    { adcode: '410482', name: '汝州市' },
  ],
  placesAbove: ['河南省', '平顶山市', '平顶山'],
  envelope: {
    ring: [
      { longitude: 112.5, latitude: 33.1 },
      { longitude: 113.8, latitude: 33.1 },
      { longitude: 113.8, latitude: 34.3 },
      { longitude: 112.5, latitude: 34.3 },
    ],
    edgeMarginMetres: 500,
  },
  datum: 'GCJ-02',
  today: '2026-11-23',
  areaCode: '0375',
}
