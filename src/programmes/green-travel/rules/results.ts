import type { Text } from '#platform/text.ts'

/**
 * How a ride that was handed in is answered, by the number that the database's functions give. Below 10 nothing is wrong with
 * the code; from 30 on it is the line of a file that is at fault. Numbers stand in stored rows: they are never used again.
 */
export const rideResults = {
  accepted: { no: 0, zh: '已入账', en: 'accepted' },
  duplicate: {
    no: 1,
    zh: '同一条记录已入账，不重复计',
    en: 'the same ride, posted already; not counted again',
  },
  'second-use': {
    no: 2,
    zh: '这个码已在别处用过，此次由公交公司承担',
    en: 'this code was used elsewhere before; the company bears this one',
  },
  'unknown-voucher': { no: 10, zh: '没有发过这个乘车凭证', en: 'no such voucher was issued' },
  'counter-beyond': { no: 11, zh: '超出凭证的乘车次数', en: 'beyond the rides of the voucher' },
  'wrong-day': { no: 12, zh: '这一次不属于这一天', en: 'this ride of the voucher is for another day' },
  revoked: { no: 13, zh: '凭证已撤销', en: 'the voucher was revoked before' },
  budget: { no: 14, zh: '预算已用完', en: 'the budget is used up' },
  'reader-unknown': { no: 15, zh: '读卡器未登记或已停用', en: 'the reader is not registered, or retired' },
  'code-too-old': { no: 16, zh: '乘车码已过期，请刷新', en: 'the code is too old; show a fresh one' },
  'code-in-the-future': {
    no: 17,
    zh: '乘车码的时间还没到，请校准时钟',
    en: 'the code is from the future; set the clock',
  },
  'route-unknown': { no: 18, zh: '线路未登记或已停运', en: 'the route is not registered, or ended' },
} as const satisfies Record<string, Text & { readonly no: number }>

export type RideResult = keyof typeof rideResults

const byNumber = new Map<number, RideResult>(
  (Object.keys(rideResults) as RideResult[]).map((name) => [rideResults[name].no, name]),
)

/** The name of a number that the database answered; a number that nobody knows is a bug. */
export function rideResultOf(no: number): RideResult {
  const name = byNumber.get(no)
  if (name === undefined) throw new Error(`no ride result has the number ${no}`)
  return name
}
