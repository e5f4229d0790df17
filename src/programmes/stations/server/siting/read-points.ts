import { claimFile, getFile } from '#kernel/files/index.ts'
import { cityOf, ringContains } from '#kernel/city/index.ts'
import { madeBy } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { invalid } from '#platform/failures.ts'
import { newId } from '#platform/ids.ts'
import type { Handler } from '#platform/module.ts'
import { readRecords } from '#platform/tabular/read-records.ts'
import type { stations } from '../../contract.ts'
import { rosterContextOf } from '../import/import-context.ts'
import { insertPoints, type NewPoint, type NewPointSet } from './insert-points.ts'
import { judgePoint, type JudgedPoint } from './judge-point.ts'
import { demandColumns, siteColumns } from './point-columns.ts'
import { pointsUpload } from './points-upload.ts'

const POINTS_MAX = 5_000
const SHOWN_MAX = 200

/**
 * Reads a file of places whole and judges every row. With a bad row nothing is kept, unless the person has seen the
 * verdicts and asks for the good ones.
 */
export const readPoints: Handler<typeof stations.readPoints> = async (ctx, input) => {
  await requireAt(ctx, 'stations.plan', input.organisationId)
  const file = await getFile(ctx, input.fileId, pointsUpload.purpose)
  const judged = await judgeFile(ctx, file, input)
  const good = judged.flatMap(({ point }) => point ?? [])
  if (judged.length === 0) throw noRows()
  const bad = judged.length - good.length
  const isKept = good.length > 0 && (bad === 0 || input.keepGood)
  const set: NewPointSet = {
    ...input,
    id: newId(ctx.now.getTime()),
    fileId: file.id,
    fileName: file.name,
    madeBy: madeBy(ctx),
  }
  if (isKept) {
    await claimFile(ctx, file.id, input.organisationId)
    await insertPoints(
      ctx,
      set,
      good.map((point) => pointOf(ctx, point)),
    )
  }
  const persons = good.reduce((sum, point) => sum + point.persons, 0)
  ctx.auditNote.organisationId = input.organisationId
  ctx.auditNote.subjects = [`file:${file.id}`, ...(isKept ? [`station-points:${set.id}`] : [])]
  ctx.auditNote.detail = { rows: judged.length, kept: isKept ? good.length : 0, sha256: file.sha256 }
  return {
    setId: isKept ? set.id : null,
    rows: judged.length,
    good: good.length,
    bad,
    persons,
    verdicts: judged
      .filter(({ problems }) => problems.length > 0)
      .slice(0, SHOWN_MAX)
      .map(({ row, name, problems }) => ({
        row,
        name,
        problems: problems.map(({ field, code, severity, reason, accepted }) => ({
          field,
          code,
          severity,
          reason,
          ...(accepted && { accepted }),
        })),
      })),
  }
}

async function judgeFile(
  ctx: Context,
  file: { readonly path: string; readonly name: string },
  { kind, datum }: { readonly kind: 'demand' | 'sites'; readonly datum: 'WGS-84' | 'GCJ-02' },
): Promise<JudgedPoint[]> {
  const context = rosterContextOf(ctx, datum)
  const reader = await readRecords(file.path, file.name, kind === 'demand' ? demandColumns : siteColumns)
  const judged: JudgedPoint[] = []
  for await (const { row, values } of reader.records) {
    if (judged.length === POINTS_MAX) throw tooManyPoints()
    judged.push(judgePoint(row, values, context, kind === 'demand'))
  }
  return judged
}

/** The district whose hand-drawn shape holds the place: good for a table by district, and for nothing else. */
function pointOf(ctx: Context, { location, ...point }: NonNullable<JudgedPoint['point']>): NewPoint {
  const { longitude, latitude } = location
  const district = cityOf(ctx.config).districts.find(({ area }) => ringContains(area, longitude, latitude))
  return { ...point, location, adcode: district?.adcode ?? null }
}

const noRows = () =>
  invalid('no-points', {
    field: 'fileId',
    reason: { zh: '文件里一个地点也没有。', en: 'The file holds no place at all.' },
    accepted: { zh: '表头下至少一行', en: 'at least one row below the header' },
  })

const tooManyPoints = () =>
  invalid('too-many-points', {
    field: 'fileId',
    reason: { zh: `一组最多${POINTS_MAX}个地点。`, en: `A set holds at most ${POINTS_MAX} places.` },
    accepted: { zh: '合并临近地点后再导入', en: 'merge places that are close together' },
  })
