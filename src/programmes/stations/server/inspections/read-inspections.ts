import { sql, type RawBuilder } from 'kysely'
import { fileAddress } from '#kernel/files/index.ts'
import { holdsAt, reachOf } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { checklistOf } from '../../rules/standard/checklist.ts'
import type { Standard } from '../../rules/standard/standard-schema.ts'
import { nameOf, titlesOf } from '../certificates/verdict-shapes.ts'
import { containing } from '../containing.ts'
import { inReach } from '../in-reach.ts'
import { findKeeping } from '../keeping/keeping.ts'
import type { PresenceProof } from '../words.ts'
import { tables } from '../tables.ts'

type Row = {
  id: string
  code: string
  name: string
  adcode: string
  stationId: string
  organisationId: string
  kind: 'unannounced' | 'repeat'
  startedAt: Date
  endedAt: Date
  by: string
  isPassed: boolean
  failing: string[]
  caseId: string | null
  repeatDueOn: string | null
  answers: Record<string, 'yes' | 'no'>
  words: string
  proof: PresenceProof
  distanceMetres: number | null
  versionId: string
  family: string
  no: number
  content: Standard
  total: number
}

async function results(ctx: Context, where: RawBuilder<unknown>, pageSize: number, page: number) {
  const { rows } = await sql<Row>`
    select i.id, station.code, station.name, station.adcode, station.id as "stationId",
      station.organisation_id as "organisationId", i.kind, r.started_at as "startedAt", r.ended_at as "endedAt",
      r.by_name as by, r.is_passed as "isPassed", r.failing, r.case_id as "caseId", again.due_on as "repeatDueOn",
      r.answers, r.words, r.proof, r.distance_metres as "distanceMetres", v.id as "versionId", v.standard as family,
      v.no, v.content, count(*) over () as total
    from stations.inspection_result r
    join stations.inspection i on i.id = r.inspection_id
    join stations.station on station.id = i.station_id
    join stations.standard_version v on v.id = i.version_id
    left join stations.inspection again on again.repeats = i.id and again.ended_at is null
      and again.called_off_at is null
    where ${where} order by r.ended_at desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(ctx.db)
  return rows
}

const rowOf = ({
  id,
  code,
  name,
  adcode,
  kind,
  endedAt,
  by,
  isPassed,
  failing,
  caseId,
  repeatDueOn,
  content,
}: Row) => ({
  id,
  code,
  name,
  adcode,
  kind,
  endedAt,
  by,
  isPassed,
  failing: titlesOf(content, failing),
  caseId,
  repeatDueOn,
})

export const listInspections: Handler<typeof stations.listInspections> = async (ctx, input) => {
  reachOf(ctx, 'stations.read')
  const conditions: RawBuilder<unknown>[] = [inReach(ctx, 'stations.read')]
  if (input.adcode !== undefined) conditions.push(sql`station.adcode = ${input.adcode}`)
  if (input.isPassed !== undefined) conditions.push(sql`r.is_passed = ${input.isPassed}`)
  if (input.code !== undefined) conditions.push(sql`station.code = ${input.code}`)
  if (input.search) {
    const pattern = containing(input.search)
    conditions.push(sql`(station.name ilike ${pattern} or station.code ilike ${pattern})`)
  }
  const rows = await results(ctx, sql.join(conditions, sql` and `), input.pageSize, input.page)
  return { rows: rows.map(rowOf), total: rows[0]?.total ?? 0 }
}

/** For staff, and for the keeper of the station; who inspected is told to staff alone. */
export const getInspection: Handler<typeof stations.getInspection> = async (ctx, { id }) => {
  const [row] = await results(ctx, sql`i.id = ${id}`, 1, 1)
  if (row === undefined) throw noSuchInspection()
  const isStaff = await holdsAt(ctx, 'stations.read', row.organisationId)
  if (!isStaff && (await findKeeping(ctx, row.stationId)) === undefined) throw noSuchInspection()
  const photos = await photosOf(ctx, id)
  return {
    ...rowOf(row),
    by: isStaff ? row.by : '',
    startedAt: row.startedAt,
    words: row.words,
    proof: row.proof,
    distanceMetres: row.distanceMetres,
    standard: nameOf({ id: row.versionId, standard: row.family, no: row.no, content: row.content }),
    parts: checklistOf(row.content).map((part) => ({
      title: part.title,
      isPassed: !row.failing.includes(part.criterion),
      answers: part.questions.map((question) => ({
        words: question.words,
        answer: row.answers[question.id] ?? ('no' as const),
        isGood: row.answers[question.id] === question.expects,
      })),
      photos: photos
        .filter(({ what }) => part.photos.some((kind) => kind === what))
        .map(({ url, thumbnailUrl }) => ({ url, thumbnailUrl })),
    })),
  }
}

const noSuchInspection = () => notFound({ zh: '检查', en: 'inspection' })

async function photosOf(ctx: Context, inspectionId: string) {
  const rows = await tables(ctx)
    .selectFrom('stations.evidence as evidence')
    .innerJoin('stations.photo as photo', 'photo.id', 'evidence.photo_id')
    .select(['evidence.what', 'photo.file_id as fileId', 'photo.thumbnail_file_id as thumbnailId'])
    .where('evidence.inspection_id', '=', inspectionId)
    .where('photo.removed_at', 'is', null)
    .execute()
  return rows.map(({ what, fileId, thumbnailId }) => ({
    what,
    url: fileAddress(fileId),
    thumbnailUrl: fileAddress(thumbnailId ?? fileId),
  }))
}
