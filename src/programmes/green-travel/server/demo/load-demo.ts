import { contextOfDemo } from '#platform/demo.ts'
import type { DemoContext } from '#platform/module.ts'
import { plantBase } from './demo-base.ts'
import { loadMoney } from './load-money.ts'
import { loadPeople } from './load-people.ts'
import { DEMO_RIDES, loadRides } from './load-rides.ts'
import { loadSides } from './load-sides.ts'

/** The programme as it stands in the demo city: three and a quarter years of rides, paid to within 45 fen. */
export async function demo(context: DemoContext): Promise<void> {
  const ctx = contextOfDemo(context, 'green-travel')
  const base = await plantBase(ctx)
  await loadPeople(context, ctx, base)
  const rides = await loadRides(ctx, base)
  await loadMoney(ctx, base, rides)
  await loadSides(ctx, rides)
  context.progress({ zh: `公交乘车：${DEMO_RIDES}人次`, en: `${DEMO_RIDES} bus rides` })
}
