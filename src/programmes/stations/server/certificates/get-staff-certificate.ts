import { fileAddress } from '#kernel/files/index.ts'
import { findOpenCase } from '#kernel/review/index.ts'
import { holdsAt, requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { Text } from '#platform/text.ts'
import type { stations } from '../../contract.ts'
import { documentKindWords, photoKindWords } from '../../rules/certificate/words.ts'
import type { DocumentKind, PhotoKind } from '../../rules/standard/standard-schema.ts'
import { getStandingStation } from '../keeping/lock-station.ts'
import { standardsByDay } from '../standards/in-force.ts'
import { tables } from '../tables.ts'
import { sanctionable, sanctionsOf, warningsWithinAYear } from '../sanctions/sanctions-of.ts'
import { sanctionProcedure, sanctionSubject } from '../sanctions/sanction-procedure.ts'

const EVIDENCE_MAX = 200

export const getStaffCertificate: Handler<typeof stations.getStaffCertificate> = async (ctx, { code }) => {
  const station = await getStandingStation(ctx, code)
  await requireAt(ctx, 'stations.read', station.organisationId)
  const sanctions = await sanctionsOf(ctx, station.id)
  const open = await findOpenCase(ctx, sanctionProcedure.id, sanctionSubject(station.id))
  return {
    evidence: await evidenceOf(ctx, station.id),
    sanctions,
    warningsThisYear: warningsWithinAYear(ctx, sanctions),
    openSanctionCaseId: open?.id ?? null,
    mayWithdraw: await holdsAt(ctx, 'stations.edit', station.organisationId),
    maySanction: await holdsAt(ctx, 'stations.sanction', station.organisationId),
    sanctionable: sanctionable(ctx, sanctions),
  }
}

async function evidenceOf(ctx: Context, stationId: string) {
  const questions = await questionWords(ctx)
  const rows = await tables(ctx)
    .selectFrom('stations.evidence as evidence')
    .leftJoin('stations.photo as photo', 'photo.id', 'evidence.photo_id')
    .leftJoin('stations.evidence_withdrawal as back', 'back.evidence_id', 'evidence.id')
    .select(['evidence.id', 'evidence.kind', 'evidence.what', 'evidence.is_favourable as isFavourable'])
    .select(['evidence.at', 'evidence.by_name as by', 'evidence.by_kind as byKind', 'evidence.proof'])
    .select(['evidence.distance_metres as distanceMetres', 'evidence.camera_at as cameraAt'])
    .select(['evidence.file_id as fileId', 'photo.file_id as pictureId'])
    .select(['photo.thumbnail_file_id as thumbnailId', 'photo.removed_at as removedAt'])
    .select(['back.at as backAt', 'back.reason as backReason', 'back.by_name as backBy'])
    .where('evidence.station_id', '=', stationId)
    .orderBy('evidence.at', 'desc')
    .orderBy('evidence.id', 'desc')
    .limit(EVIDENCE_MAX)
    .execute()
  return rows.map(({ fileId, pictureId, thumbnailId, removedAt, backAt, backReason, backBy, ...row }) => {
    const isShown = pictureId !== null && removedAt === null
    return {
      ...row,
      words: wordsOf(row, questions),
      url: isShown ? fileAddress(pictureId) : null,
      thumbnailUrl: isShown ? fileAddress(thumbnailId ?? pictureId) : null,
      hasFile: fileId !== null,
      withdrawn: backAt === null ? null : { at: backAt, reason: backReason!, by: backBy! },
    }
  })
}

/** Questions are named by id; every version that held had its words for them. */
async function questionWords(ctx: Context): Promise<ReadonlyMap<string, Text>> {
  const takes = (await standardsByDay(ctx)).flatMap(({ content }) =>
    content.criteria.flatMap(({ needs }) => needs.flatMap(({ anyOf }) => anyOf)),
  )
  return new Map(takes.flatMap((take) => (take.kind === 'answer' ? [[take.question, take.words]] : [])))
}

function wordsOf(
  { kind, what, isFavourable }: { kind: string; what: string; isFavourable: boolean },
  questions: ReadonlyMap<string, Text>,
): Text {
  if (kind === 'keeper')
    return { zh: '管理员确认登记属实', en: 'the keeper’s word that the register is right' }
  if (kind === 'photo') {
    const { zh, en } = photoKindWords[what as PhotoKind]
    return isFavourable
      ? { zh: `${zh}照片`, en: `photo of ${en}` }
      : { zh: `${zh}照片（检查时不符合）`, en: `photo of ${en}, taken where an inspection found it wanting` }
  }
  if (kind === 'document') return documentKindWords[what as DocumentKind]
  const asked = questions.get(what) ?? { zh: what, en: what }
  return isFavourable
    ? { zh: `检查认定：${asked.zh}`, en: `found: ${asked.en}` }
    : { zh: `检查认定不符合：${asked.zh}`, en: `found otherwise: ${asked.en}` }
}
