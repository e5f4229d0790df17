import { sql } from 'kysely'
import { reachOf } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { invalid, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { certify, type CertificateState } from '../../rules/certificate/certify.ts'
import { compareCertificates, type Comparison } from '../../rules/certificate/compare.ts'
import type { Standard } from '../../rules/standard/standard-schema.ts'
import { readFacts } from '../certificates/read-facts.ts'
import { titlesOf } from '../certificates/verdict-shapes.ts'
import { inReach } from '../in-reach.ts'
import { tables } from '../tables.ts'
import { findVersion, standardOn } from './in-force.ts'

type Input = Parameters<typeof previewStandard>[1]

/**
 * Both standards on the same day over the same evidence, station by station, within the caller's reach: nothing is
 * written, and nothing is guessed. Evidence that ages until that day has aged in both.
 */
export const previewStandard: Handler<typeof stations.previewStandard> = async (ctx, input) => {
  reachOf(ctx, 'stations.read')
  const onDay = input.onDay ?? cityDay(ctx.now)
  const next = await contentOf(ctx, input)
  const now = (await standardOn(ctx, onDay)).content
  const onFile = await readFacts(ctx, sql`${inReach(ctx, 'stations.read')} and station.state <> 'closed'`)
  const compared = compareCertificates(
    onFile.map(({ id, station }) => ({
      id,
      now: certify(now, station, onDay),
      next: certify(next, station, onDay),
    })),
  )
  const wanted =
    input.move === 'all' ? compared.moved : compared.moved.filter(({ move }) => move === input.move)
  const from = (input.page - 1) * input.pageSize
  return {
    onDay,
    matrix: [...compared.matrix],
    falls: compared.falls,
    gains: compared.gains,
    byCriterion: compared.byCriterion.map(({ id, count }) => ({ title: titlesOf(next, [id])[0]!, count })),
    rows: await named(ctx, wanted.slice(from, from + input.pageSize), next),
    total: wanted.length,
  }
}

async function contentOf(ctx: Context, { draftId, versionId }: Input): Promise<Standard> {
  if (versionId !== undefined) {
    const version = await findVersion(ctx, versionId)
    if (version === undefined) throw notFound({ zh: '标准', en: 'standard' })
    return version.content
  }
  if (draftId === undefined)
    throw invalid('which-standard', {
      field: 'draftId',
      reason: { zh: '请指明草案或版本。', en: 'Name a draft or a version.' },
    })
  const draft = await tables(ctx)
    .selectFrom('stations.standard_draft')
    .select('content')
    .where('id', '=', draftId)
    .executeTakeFirst()
  if (draft === undefined) throw notFound({ zh: '标准草案', en: 'draft' })
  return draft.content
}

async function named(ctx: Context, moved: Comparison['moved'], next: Standard) {
  if (moved.length === 0) return []
  const rows = await tables(ctx)
    .selectFrom('stations.station')
    .select(['id', 'code', 'name', 'adcode'])
    .where(
      'id',
      'in',
      moved.map(({ id }) => id),
    )
    .execute()
  const faces = new Map(rows.map(({ id, ...face }) => [id, face]))
  return moved.map(({ id, from, to, newlyFailing }) => ({
    ...faces.get(id)!,
    from: from satisfies CertificateState,
    to,
    newlyFailing: titlesOf(next, newlyFailing),
  }))
}
