import type { Text } from '#platform/text.ts'

/**
 * How somebody earns their living, as the join form asks it. The first five are new forms of employment
 * (人社部发〔2021〕56号); the next are the other groups that unions reach out to; the last is everybody employed.
 */
export const employments = [
  'delivery-rider',
  'courier',
  'truck-driver',
  'ride-hailing-driver',
  'other-platform',
  'domestic-worker',
  'care-worker',
  'security-guard',
  'shop-assistant',
  'estate-agent',
  'employed',
] as const

export type Employment = (typeof employments)[number]

const NEW_FORMS: readonly Employment[] = employments.slice(0, 5)

/** A worker in new forms of employment: no employer by contract, work given out by a platform. */
export const isNewForm = (employment: Employment): boolean => NEW_FORMS.includes(employment)

export const employmentWords: Readonly<Record<Employment, Text>> = {
  'delivery-rider': { zh: '网约送餐员', en: 'Food delivery rider' },
  courier: { zh: '快递员', en: 'Courier' },
  'truck-driver': { zh: '货车司机', en: 'Truck driver' },
  'ride-hailing-driver': { zh: '网约车司机', en: 'Ride-hailing driver' },
  'other-platform': { zh: '其他平台从业', en: 'Other platform work' },
  'domestic-worker': { zh: '家政服务员', en: 'Domestic worker' },
  'care-worker': { zh: '护工护理员', en: 'Care worker' },
  'security-guard': { zh: '保安员', en: 'Security guard' },
  'shop-assistant': { zh: '商场信息员', en: 'Shop assistant' },
  'estate-agent': { zh: '房产中介员', en: 'Estate agent' },
  employed: { zh: '单位职工', en: 'Employed by a company or office' },
}
