import { CITY_TIME_ZONE } from '#platform/city-time.ts'
import type { City, District } from '../server/city.ts'
import { trace } from '../server/ring.ts'
import type { LngLat } from '../server/ring.ts'
import { areas } from './pingdingshan-areas.ts'
import { labels, lakes, rivers, roads } from './pingdingshan-drawing.ts'

type Seat = readonly [adcode: keyof typeof areas, zh: string, en: string, centre: LngLat]

// The codes are GB/T 2260's; the seats are approximate, from general geography.
const urbanDistricts: readonly Seat[] = [
  ['410402', '新华区', 'Xinhua', [113.288, 33.742]],
  ['410403', '卫东区', 'Weidong', [113.336, 33.744]],
  ['410411', '湛河区', 'Zhanhe', [113.308, 33.722]],
]

const counties: readonly Seat[] = [
  ['410404', '石龙区', 'Shilong', [112.889, 33.9]],
  ['410421', '宝丰县', 'Baofeng', [113.067, 33.868]],
  ['410422', '叶县', 'Yexian', [113.358, 33.623]],
  ['410423', '鲁山县', 'Lushan', [112.908, 33.74]],
  ['410425', '郏县', 'Jiaxian', [113.214, 33.972]],
  ['410481', '舞钢市', 'Wugang', [113.52, 33.31]],
  ['410482', '汝州市', 'Ruzhou', [112.845, 34.167]],
]

// Zones with a federation of their own and no code in GB/T 2260: the union tree is not the region tree.
const zones: readonly Seat[] = [
  ['410471', '高新技术产业开发区', 'High-tech Zone', [113.398, 33.712]],
  ['410472', '城乡一体化示范区', 'Demonstration Zone', [113.184, 33.768]],
]

function district(seat: Seat, standing: District['standing'], urban: boolean): District {
  const [adcode, zh, en, centre] = seat
  return { adcode, name: { zh, en }, standing, centre, urban, area: areas[adcode] }
}

/** The default city. Another city is another value of the same type. */
export const pingdingshan: City = {
  adcode: '410400',
  name: { zh: '平顶山市', en: 'Pingdingshan' },
  timeZone: CITY_TIME_ZONE,
  districts: [
    ...urbanDistricts.map((seat) => district(seat, 'gb-t-2260', true)),
    ...counties.map((seat) => district(seat, 'gb-t-2260', false)),
    ...zones.map((seat) => district(seat, 'statistical', true)),
  ].toSorted((a, b) => a.adcode.localeCompare(b.adcode)),
  formerDistricts: [
    {
      adcode: '410411',
      name: { zh: '郊区', en: 'Suburban District' },
      untilYear: 1994,
      successor: '410411',
      note: { zh: '更名为湛河区，代码未变', en: 'Renamed Zhanhe; the code stayed' },
    },
    {
      adcode: '410426',
      name: { zh: '襄城县', en: 'Xiangcheng' },
      untilYear: 1997,
      successor: '411025',
      note: { zh: '划归许昌市', en: 'Moved to Xuchang' },
    },
  ],
  envelope: {
    ring: trace(
      '112.2,33.66 112.2,33.9 112.45,34.08 112.48,34.3 112.75,34.37 113.05,34.36 113.24,34.23 113.46,34.12 113.52,33.92 113.53,33.83 113.68,33.76 113.72,33.55 113.8,33.45 113.8,33.22 113.7,33.11 113.5,33.1 113.32,33.2 113.2,33.3 113,33.4 112.92,33.5 112.66,33.53 112.42,33.59',
    ),
    edgeMarginMetres: 3000,
  },
  lakes: lakes.map(({ ring }) => ring),
  drawing: {
    frame: { west: 112.17, east: 113.83, south: 33.08, north: 34.39 },
    views: {
      core: { northWest: [113.07, 33.86], southEast: [113.49, 33.63] },
      centre: { northWest: [113.235, 33.8], southEast: [113.375, 33.67] },
    },
    rivers,
    lakes,
    roads,
    labels,
  },
}
