import { cityOf } from '#kernel/city/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/digest.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { conflict } from '#platform/failures.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { sitingMapSvg } from './siting-map-svg.ts'
import { findSiting } from './siting-queries.ts'
import { sitingTemplate } from './siting-template.ts'

/** A run as a paper for a meeting: what was asked, how it was counted, the plan, and beside it another where asked. */
export const sitingPaper: Handler<typeof stations.sitingPaper> = async (ctx, { id, comparedWith }) => {
  const run = await requirePlan(ctx, id)
  const other = comparedWith === undefined ? undefined : await requirePlan(ctx, comparedWith)
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const content = await renderPdf({
    template: sitingTemplate,
    title: run.title,
    language: 'zh-CN',
    data: {
      demo: isDemo,
      union: `${cityOf(ctx.config).name.zh}总工会`,
      day: cityDay(ctx.now),
      run: faceOf(ctx, run),
      ...(other && { other: faceOf(ctx, other) }),
      map: await sitingMapSvg(ctx, run),
    },
  })
  ctx.auditNote.subjects = [`station-siting:${id}`]
  ctx.auditNote.detail = { sha256: sha256(content) }
  return { fileName: `选址方案-${run.title}.pdf`, mediaType: 'application/pdf', content }
}

type Run = Awaited<ReturnType<typeof findSiting>>
export type PlannedRun = Run & { readonly plan: NonNullable<Run['plan']> }

async function requirePlan(ctx: Context, id: string): Promise<PlannedRun> {
  const run = await findSiting(ctx, id)
  if (run.plan === null) throw noPlanYet()
  return { ...run, plan: run.plan }
}

function faceOf(ctx: Context, { plan, ...run }: PlannedRun) {
  const names = new Map(cityOf(ctx.config).districts.map(({ adcode, name }) => [adcode, name.zh]))
  return {
    title: run.title,
    organisation: run.organisationName,
    isBuilding: run.question === 'build',
    count: run.count,
    demand: run.demandName,
    demandMethod: run.demandMethod,
    isInvented: run.isInvented,
    sites: run.sitesName ?? '',
    reach: run.reachMethod.zh,
    madeBy: run.madeBy,
    madeOn: cityDay(run.createdAt),
    isProved: run.status === 'optimal',
    isNothingInReach: run.status === 'none-in-reach',
    ...plan,
    seconds: Number(plan.seconds.toFixed(2)),
    gapPercent: Number((plan.gap * 100).toFixed(2)),
    districts: plan.districts.map((row) => ({ ...row, name: names.get(row.adcode) ?? '（图上县区以外）' })),
  }
}

const noPlanYet = () =>
  conflict('no-plan-yet', {
    zh: '这个方案还没有算出来，不能出会议材料。',
    en: 'This run has no plan yet; there is nothing to put on paper.',
  })
