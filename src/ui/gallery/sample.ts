import type { MapGeometry, MapMarker } from '#ui/map/map-types.ts'
import type { Status } from '#ui/data/status-badge.tsx'

/** Invented places, made by arithmetic so that every run of the gallery looks the same. */
export type Place = {
  id: string
  name: string
  district: string
  status: Status
  word: string
  visits: number
  checkedAt: string
}

const districts = [
  '新华区',
  '卫东区',
  '石龙区',
  '湛河区',
  '舞钢市',
  '汝州市',
  '宝丰县',
  '叶县',
  '鲁山县',
  '郏县',
]
const names = [
  '东风路',
  '建设街',
  '矿工路',
  '体育场',
  '白鹭洲',
  '长安大道',
  '新城',
  '火车站',
  '光明路',
  '湖滨',
]
const states: [Status, string][] = [
  ['good', '开放中'],
  ['good', '开放中'],
  ['good', '开放中'],
  ['warn', '设施待修'],
  ['quiet', '未到开放时间'],
  ['bad', '多人反映锁门'],
]

/** The item at `index`, counting round; the lists above are never empty. */
function at<T>(items: readonly T[], index: number): T {
  return items[index % items.length] as T
}

export function samplePlaces(count: number): Place[] {
  return Array.from({ length: count }, (_, index) => {
    const [status, word] = at(states, index * 7)
    return {
      id: `p${index}`,
      name: `${at(names, index * 3)}驿站 ${index + 1} 号`,
      district: at(districts, index),
      status,
      word,
      visits: (index * 7919) % 3000,
      checkedAt: new Date(Date.UTC(2026, 10, 22, 1) - index * 3_900_000).toISOString(),
    }
  })
}

export function sampleMarkers(count: number): MapMarker[] {
  return samplePlaces(count).map(({ id, name, status }, index) => {
    const angle = index * 2.399_963
    const reach = 380 * Math.sqrt(index / count)
    return {
      id,
      label: name,
      status,
      x: 500 + reach * Math.cos(angle) * 1.15,
      y: 400 + reach * Math.sin(angle) * 0.9,
    }
  })
}

export const sampleGeometry: MapGeometry = {
  width: 1000,
  height: 800,
  areas: [
    { id: 'a', label: '汝州市', path: 'M60 80 380 40 430 260 250 360 70 300Z' },
    { id: 'b', label: '郏县', path: 'M380 40 740 60 700 250 430 260Z' },
    { id: 'c', label: '鲁山县', path: 'M70 300 250 360 400 420 380 700 120 740 40 500Z' },
    { id: 'd', label: '新华区', path: 'M250 360 430 260 520 340 400 420Z' },
    { id: 'e', label: '卫东区', path: 'M430 260 700 250 650 380 520 340Z' },
    { id: 'f', label: '湛河区', path: 'M400 420 520 340 650 380 620 500 420 520Z' },
    { id: 'g', label: '叶县', path: 'M650 380 700 250 740 60 950 200 900 520 620 500Z' },
    { id: 'h', label: '舞钢市', path: 'M420 520 620 500 900 520 820 740 380 700Z' },
  ],
  waters: [
    { id: 'r', label: '沙河', kind: 'river', path: 'M40 520C200 430 330 480 450 450S760 430 950 380' },
    { id: 'l', label: '白龟湖', kind: 'lake', path: 'M300 440c40-20 90-10 100 15s-30 45-70 45-70-40-30-60Z' },
  ],
  roads: [
    { id: '1', label: '建设路', path: 'M250 390 900 330' },
    { id: '2', label: '南环路', path: 'M560 60 520 740' },
  ],
  labels: [
    { text: '汝州市', x: 230, y: 190, rank: 1 },
    { text: '郏县', x: 560, y: 150, rank: 1 },
    { text: '鲁山县', x: 210, y: 560, rank: 1 },
    { text: '湛河区', x: 530, y: 440, rank: 1 },
    { text: '叶县', x: 800, y: 330, rank: 1 },
    { text: '舞钢市', x: 610, y: 620, rank: 1 },
    { text: '白龟湖', x: 335, y: 470, rank: 2 },
    { text: '沙河', x: 720, y: 425, rank: 2 },
    { text: '建设路', x: 760, y: 340, rank: 3 },
  ],
}
