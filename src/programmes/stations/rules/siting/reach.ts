import type { Text } from '#platform/text.ts'

/** What counts as near: a kilometre as the crow flies, or a quarter of an hour on foot. */
export type ReachKind = 'one-km' | 'fifteen-minutes'

export interface Reach {
  readonly kind: ReachKind
  /** Metres walked for each metre as the crow flies; stands in for a road graph until one is loaded. */
  readonly detourFactor: number
}

export const ONE_KM_METRES = 1_000
export const WALK_MINUTES = 15
/** Walking speed in metres an hour, the usual one of planning for pedestrians. */
export const WALK_METRES_AN_HOUR = 4_500
export const DETOUR_FACTOR = 1.3

/** How far as the crow flies a place may be, in metres. */
export function reachMetres({ kind, detourFactor }: Reach): number {
  if (kind === 'one-km') return ONE_KM_METRES
  return ((WALK_METRES_AN_HOUR / 60) * WALK_MINUTES) / detourFactor
}

/** How the reach was counted, as pages and papers say it. */
export function reachMethod(reach: Reach): Text {
  const metres = Math.round(reachMetres(reach))
  if (reach.kind === 'one-km')
    return {
      zh: '直线距离1公里以内（大圆距离，不计道路）',
      en: 'within 1 km as the crow flies (great circle, no roads)',
    }
  const { detourFactor } = reach
  return {
    zh: `步行15分钟以内：大圆距离×绕行系数${detourFactor}÷时速4.5公里，即直线${metres}米以内（没有路网数据，按系数估算）`,
    en: `within 15 minutes on foot: great-circle distance × detour factor ${detourFactor} ÷ 4.5 km/h, that is ${metres} m as the crow flies (no road graph is loaded; estimated)`,
  }
}
