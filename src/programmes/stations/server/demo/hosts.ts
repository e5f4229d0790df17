import type { FacilityId } from '../../rules/facilities.ts'
import type { HostKind } from './demo-station.ts'
import type { OpeningProfile } from './opening-profiles.ts'
import type { Random } from './random.ts'

/** How a kind of host names its station, when it opens and what it has. Companies are invented. */
export type HostTemplate = {
  readonly kind: HostKind
  /** How often it is met in the core and in a county. */
  readonly urban: number
  readonly county: number
  /** `{place}` a quarter or town, `{road}` a road, `{district}` the district, `{n}` a small number. */
  readonly names: readonly string[]
  readonly unit: string
  readonly profiles: readonly OpeningProfile[]
  /** Always there. */
  readonly has: readonly FacilityId[]
  /** There in about half of them. */
  readonly mayHave: readonly FacilityId[]
}

const ids = (written: string): FacilityId[] => written.split(' ') as FacilityId[]

export const hostTemplates: readonly HostTemplate[] = [
  {
    kind: 'sanitation',
    urban: 15,
    county: 10,
    names: ['{road}环卫驿站', '{place}环卫爱心驿站', '{road}环卫工人休息点'],
    unit: '{district}环境卫生服务中心',
    profiles: ['streets'],
    has: ids('water hot-water seats microwave first-aid'),
    mayHave: ids('air-conditioner heating fan charging toilet washing umbrella tools sewing'),
  },
  {
    kind: 'bank',
    urban: 13,
    county: 9,
    names: ['鹰城银行{place}支行爱心驿站', '沙河农商银行{road}网点驿站', '平原银行{place}营业厅驿站'],
    unit: '{place}支行',
    profiles: ['counter'],
    has: ids('water hot-water seats air-conditioner heating charging wifi'),
    mayHave: ids('books umbrella sewing first-aid blood-pressure toilet'),
  },
  {
    kind: 'fuel',
    urban: 6,
    county: 10,
    names: ['{road}加油站司机驿站', '鹰石化{place}加油站驿站'],
    unit: '鹰石化{place}加油站',
    profiles: ['always'],
    has: ids('water hot-water seats toilet washing'),
    mayHave: ids('air-conditioner microwave charging first-aid tools parking umbrella'),
  },
  {
    kind: 'park',
    urban: 6,
    county: 3,
    names: ['{place}公园爱心驿站', '{place}游园驿站'],
    unit: '{district}园林绿化中心',
    profiles: ['streets', 'daily'],
    has: ids('water seats toilet washing'),
    mayHave: ids('hot-water charging umbrella first-aid books mother-baby fan'),
  },
  {
    kind: 'community',
    urban: 16,
    county: 12,
    names: ['{place}社区党群服务中心驿站', '{road}社区爱心驿站', '{place}社区“职工之家”驿站'],
    unit: '{place}社区居民委员会',
    profiles: ['community', 'community', 'office'],
    has: ids('water hot-water seats air-conditioner books'),
    mayHave: ids(
      'microwave charging wifi first-aid blood-pressure toilet television legal-advice mother-baby',
    ),
  },
  {
    kind: 'courier',
    urban: 8,
    county: 7,
    names: ['鹰达速递{place}网点驿站', '{road}快递员驿站', '骑手之家·{place}'],
    unit: '鹰达速递{place}营业部',
    profiles: ['daily', 'shop'],
    has: ids('water hot-water seats microwave charging'),
    mayHave: ids('vehicle-charging fan air-conditioner heating wifi tools locker umbrella parking'),
  },
  {
    kind: 'hospital',
    urban: 5,
    county: 6,
    names: ['{place}社区卫生服务中心驿站', '{place}卫生院爱心驿站'],
    unit: '{place}卫生服务中心',
    profiles: ['always', 'daily'],
    has: ids('water hot-water seats air-conditioner first-aid blood-pressure toilet'),
    mayHave: ids('heating charging wifi defibrillator mother-baby umbrella'),
  },
  {
    kind: 'union',
    urban: 5,
    county: 7,
    names: ['{place}职工之家驿站', '{district}工会户外劳动者服务站（{place}）'],
    unit: '{district}总工会职工服务中心',
    profiles: ['daily', 'office'],
    has: ids('water hot-water seats air-conditioner microwave first-aid books charging'),
    mayHave: ids('wifi heating toilet fridge legal-advice television blood-pressure shower locker'),
  },
  {
    kind: 'post',
    urban: 4,
    county: 7,
    names: ['{place}邮政支局爱心驿站', '{road}邮政所驿站'],
    unit: '{place}邮政支局',
    profiles: ['counter', 'daily'],
    has: ids('water hot-water seats charging'),
    mayHave: ids('air-conditioner fan books umbrella sewing first-aid'),
  },
  {
    kind: 'utility',
    urban: 6,
    county: 6,
    names: ['{place}供电营业厅驿站', '{place}供水营业厅爱心驿站', '{place}供电所驿站'],
    unit: '{place}供电供水营业厅',
    profiles: ['counter', 'office'],
    has: ids('water hot-water seats air-conditioner charging'),
    mayHave: ids('heating microwave wifi books umbrella first-aid toilet'),
  },
  {
    kind: 'shop',
    urban: 8,
    county: 6,
    names: ['鹰百超市{place}店驿站', '{place}商场爱心驿站', '{road}便利店驿站'],
    unit: '鹰百超市{place}店',
    profiles: ['shop', 'shop', 'night'],
    has: ids('water seats air-conditioner charging'),
    mayHave: ids('hot-water microwave fridge toilet wifi mother-baby umbrella'),
  },
  {
    kind: 'police',
    urban: 6,
    county: 5,
    names: ['{road}交警岗亭驿站', '{place}便民警务室爱心驿站'],
    unit: '{district}交警大队{place}中队',
    profiles: ['always', 'daily'],
    has: ids('water seats first-aid'),
    mayHave: ids('hot-water fan heating charging umbrella tools microwave'),
  },
  {
    kind: 'worksite',
    urban: 4,
    county: 4,
    names: ['{place}安居项目工地驿站', '{road}改造工程工友驿站'],
    unit: '鹰建集团{place}项目部',
    profiles: ['daily', 'streets'],
    has: ids('water hot-water seats fan first-aid'),
    mayHave: ids('shower washing toilet microwave charging television mirror'),
  },
  {
    kind: 'drivers',
    urban: 4,
    county: 5,
    names: ['{place}司机之家', '{road}公交首末站驿站'],
    unit: '{place}客货运服务站',
    profiles: ['always', 'daily'],
    has: ids('water hot-water seats toilet parking'),
    mayHave: ids('shower microwave air-conditioner charging vehicle-charging wifi television washing'),
  },
]

/** What stands in one station: all that its kind has, and some of what it may have. */
export function equip(random: Random, { has, mayHave }: HostTemplate): FacilityId[] {
  return [...has, ...mayHave.filter(() => random.chance(0.45))]
}
