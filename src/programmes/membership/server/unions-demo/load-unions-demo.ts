import type { DemoContext } from '#platform/module.ts'
import { plantFaces } from './plant-faces.ts'
import { plantFoundings } from './plant-foundings.ts'
import { plantSupport } from './plant-support.ts'

/** What the unions' side adds to the demo city, after the unions and their members stand. */
export async function demo(context: DemoContext): Promise<void> {
  await plantFaces(context)
  const foundings = await plantFoundings(context)
  const projects = await plantSupport(context)
  context.progress({
    zh: `建会申请：${foundings}件，扶持项目：${projects}个`,
    en: `${foundings} foundings, ${projects} support projects`,
  })
}
