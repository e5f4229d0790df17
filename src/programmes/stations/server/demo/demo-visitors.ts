import type { Context } from '#platform/context.ts'
import type { DemoContext } from '#platform/module.ts'
import { visitorOfAccount, visitorOfDevice, type Visitor } from '../visits/visitor.ts'

/** The busiest visitor of the story is the member whom a visitor of the demo may become. */
const MEMBERS_NUMBER = 1

/** The generators number their visitors; here each number becomes a device, and the first the demo's member. */
export function demoVisitors(ctx: Context, demo: DemoContext): (number: number) => Visitor {
  const { keys } = ctx.config
  const personas = demo.shared.get('personas') as ReadonlyMap<string, { readonly accountId: string }>
  const known = new Map([[MEMBERS_NUMBER, visitorOfAccount(keys, personas.get('member')!.accountId)]])
  return (number) => {
    const visitor = known.get(number) ?? visitorOfDevice(keys, `demo-visitor-${number}`)
    known.set(number, visitor)
    return visitor
  }
}
