import { DEMO_REGION, inventedName, residentIdCheck } from '#kernel/people/index.ts'
import type { Education, Household, Skill } from '../../../shapes-roster.ts'

/** People who never were, as far as a roster asks: numbers of the region that was never assigned, phones from 120. */

const BIRTHDAYS = 13_000
const DAY_MS = 86_400_000
const FIRST_PHONE = 20_000_000

/** Born over some 36 years, the youngest 20 years before the story's last day; one in seven is a woman. */
export function inventedNumber(today: Date, serial: number, isWoman: boolean): string {
  const youngest = today.getTime() - 20 * 365.25 * DAY_MS
  const born = new Date(youngest - ((serial * 7) % BIRTHDAYS) * DAY_MS)
  const order = 100 + 2 * Math.floor(serial / BIRTHDAYS) + (isWoman ? 0 : 1)
  const first17 = `${DEMO_REGION}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}`
  return first17 + residentIdCheck(first17)
}

export const inventedPhone = (serial: number): string => `120${FIRST_PHONE + serial}`

export { inventedName }

const chosen = <T>(random: () => number, shares: readonly (readonly [T, number])[]): T => {
  let left = random() * shares.reduce((sum, [, share]) => sum + share, 0)
  for (const [value, share] of shares) if ((left -= share) < 0) return value
  return shares[0]![0]
}

/** Roughly as surveys of drivers, couriers and riders tell; no survey's numbers are copied. */
export const inventedParticulars = (random: () => number) => ({
  ethnicity: chosen(random, [
    ['汉族', 960],
    ['回族', 32],
    ['满族', 4],
    ['蒙古族', 3],
    ['土家族', 1],
  ]),
  education: chosen<Education>(random, [
    ['junior', 30],
    ['senior', 30],
    ['vocational', 18],
    ['college', 17],
    ['bachelor', 5],
  ]),
  skill: chosen<Skill>(random, [
    ['none', 70],
    ['5', 18],
    ['4', 9],
    ['3', 3],
  ]),
  household: chosen<Household>(random, [
    ['rural', 72],
    ['urban', 28],
  ]),
})
