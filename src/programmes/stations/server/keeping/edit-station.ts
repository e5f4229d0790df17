import { requireAt } from '#platform/authorise.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { judgeDraft } from './judge-draft.ts'
import { lockStation, type StandingStation } from './lock-station.ts'
import { differences, requireVersion } from './stale-station.ts'
import type { StationWrite } from './station-row.ts'
import { writeStation } from './write-station.ts'

export const editStation: Handler<typeof stations.editStation> = async (ctx, input) => {
  const station = await lockForEditing(ctx, input.code)
  // Judged after the version: whoever is late must first see what changed.
  const draftAsWished = {
    ...station.draft,
    ...input.draft,
    location: wishedPlace(station, input.draft.location),
  }
  await requireVersion(ctx, station, input.version, draftAsWished)
  const draft = await judgeDraft(ctx, input.draft, input.confirmed, station)
  // Hours that were not touched keep the words in which somebody once wrote them.
  const isSameHours = !differences(station.draft, draft).some(({ field }) => field === 'hours')
  const hoursText = isSameHours ? (station.draft.hoursText ?? '') : ''
  return rewrite(ctx, station, { draft: { ...draft, hoursText }, reason: input.reason })
}

export const changeState: Handler<typeof stations.changeState> = async (ctx, input) => {
  const station = await lockForEditing(ctx, input.code)
  await requireVersion(ctx, station, input.version)
  if (station.state === input.state) throw alreadySo()
  return rewrite(ctx, station, { draft: station.draft, reason: input.reason, state: input.state })
}

async function lockForEditing(ctx: Context, code: string): Promise<StandingStation> {
  const station = await lockStation(ctx, code)
  await requireAt(ctx, 'stations.edit', station.organisationId)
  return station
}

/** Writes the next version of a station and notes it for the audit line. */
export async function rewrite(
  ctx: Context,
  station: StandingStation,
  change: Pick<StationWrite, 'draft' | 'reason' | 'state' | 'madeBy'>,
): Promise<{ version: number }> {
  const { version } = await writeStation(ctx, {
    ...change,
    existing: station,
    organisationId: station.organisationId,
  })
  ctx.auditNote.organisationId = station.organisationId
  ctx.auditNote.subjects = [`station:${station.id}`]
  ctx.auditNote.reason = change.reason
  return { version }
}

/** Only for comparing: a place that was not touched reads as what stands. */
function wishedPlace(station: StandingStation, wish: { longitude: number; latitude: number }) {
  const { received } = station.draft.location
  const untouched = received.longitude === wish.longitude && received.latitude === wish.latitude
  return untouched ? station.draft.location : { ...wish, received: { ...received, ...wish } }
}

const alreadySo = () =>
  conflict('same-state', {
    zh: '驿站已经是这个状态。',
    en: 'The station is in this state already.',
  })
