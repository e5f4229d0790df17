import type { Employment } from '../../../rules/employment.ts'

/** What the unions in new forms of employment are called in a demo city. No company of these names is known. */

export type Trade = Extract<Employment, 'courier' | 'delivery-rider' | 'truck-driver' | 'ride-hailing-driver'>

type Shape = {
  /** `joint-union` where several small employers or none stand behind it. */
  readonly kind: 'grassroots-union' | 'joint-union'
  readonly name: (place: string, brand: string) => string
}

const shapes: Readonly<Record<Trade, readonly Shape[]>> = {
  courier: [
    { kind: 'grassroots-union', name: (place, brand) => `${brand}速递${place}营业部工会` },
    { kind: 'joint-union', name: (place) => `${place}快递网点联合工会` },
  ],
  'delivery-rider': [
    { kind: 'grassroots-union', name: (place, brand) => `${brand}配送${place}站工会` },
    { kind: 'joint-union', name: (place) => `${place}商圈外卖骑手联合工会` },
  ],
  'truck-driver': [
    { kind: 'grassroots-union', name: (place, brand) => `${brand}货运${place}车队工会` },
    { kind: 'joint-union', name: (place) => `${place}物流园货车司机联合工会` },
  ],
  'ride-hailing-driver': [
    { kind: 'grassroots-union', name: (place, brand) => `${brand}出行${place}服务部工会` },
    { kind: 'joint-union', name: (place) => `${place}网约车司机联合工会` },
  ],
}

const brands: Readonly<Record<Trade, readonly string[]>> = {
  courier: ['迅羽', '云燕', '鹏程', '千驿'],
  'delivery-rider': ['青鸟', '食光', '晌午', '暖锅'],
  'truck-driver': ['沙河', '平川', '驼铃', '远山'],
  'ride-hailing-driver': ['行者', '晓风', '同路', '星桥'],
}

const places = [
  '东城',
  '西城',
  '南环',
  '北环',
  '中心',
  '新城',
  '东关',
  '西关',
  '南关',
  '北关',
  '城郊',
  '开发区',
] as const

/** One rider in three, one parcel in four: how the trades share the unions. */
const tradesInTurn: readonly Trade[] = [
  'delivery-rider',
  'courier',
  'truck-driver',
  'delivery-rider',
  'ride-hailing-driver',
  'courier',
]

export type UnionDraft = { readonly kind: Shape['kind']; readonly name: string; readonly trade: Trade }

/** The n-th union of a district; up to 400 of a district have a name of their own. */
export function unionDraft(district: string, serial: number): UnionDraft {
  const at = serial % tradesInTurn.length
  const trade = tradesInTurn[at]!
  const inTurn = tradesInTurn.filter((one) => one === trade).length
  const before = tradesInTurn.slice(0, at).filter((one) => one === trade).length
  const nth = Math.floor(serial / tradesInTurn.length) * inTurn + before
  const place = places[nth % places.length]!
  const round = Math.floor(nth / places.length)
  const shape = shapes[trade][(nth + round) % 2]!
  const brand = brands[trade][(nth + round) % brands[trade].length]!
  const again = round === 0 ? '' : `第${'一二三四五六七八九'[round]!}`
  return { kind: shape.kind, trade, name: `${district}${shape.name(`${place}${again}`, brand)}` }
}
