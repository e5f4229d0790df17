import { contextOfDemo } from '#platform/demo.ts'
import type { DemoContext } from '#platform/module.ts'
import { plantBase } from './demo-base.ts'

/** The programme as it stands in the demo city. */
export async function demo(context: DemoContext): Promise<void> {
  await plantBase(contextOfDemo(context, 'green-travel'))
}
