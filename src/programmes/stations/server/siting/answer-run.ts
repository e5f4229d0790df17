import type { Context } from '#platform/context.ts'
import type { SitingPlan } from '../../shapes-siting.ts'
import { tables } from '../tables.ts'
import { beginComputing, endComputing } from './computing.ts'
import { makePlan } from './make-plan.ts'
import { readGround } from './read-ground.ts'

/** Computes a run and writes its one answer; whatever ends it, an answer stands there afterwards. */
export async function answerRun(ctx: Context, runId: string): Promise<void> {
  const computing = beginComputing(runId)
  try {
    const ground = await readGround(ctx, runId)
    const { status, plan } = await makePlan(ground, {
      signal: computing.stop.signal,
      onProgress: (progress) => void (computing.progress = progress),
    })
    await writeAnswer(ctx, runId, status, plan)
  } catch (error) {
    if (computing.stop.signal.aborted) return
    ctx.log.error({ err: error, run: runId }, 'stations: a siting run failed')
    await writeAnswer(ctx, runId, 'failed', null)
  } finally {
    endComputing(runId)
  }
}

type Status = 'optimal' | 'cut-off' | 'nothing-found' | 'none-in-reach' | 'failed'

/** The first answer stands: whoever cancelled meanwhile is not overruled. */
async function writeAnswer(
  ctx: Context,
  runId: string,
  status: Status,
  plan: SitingPlan | null,
): Promise<void> {
  await tables(ctx)
    .insertInto('stations.siting_answer')
    .values({
      run_id: runId,
      status,
      plan: plan === null ? null : JSON.stringify(plan),
      answered_at: new Date(),
    })
    .onConflict((clash) => clash.doNothing())
    .execute()
}
