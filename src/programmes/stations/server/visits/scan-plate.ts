import { conflict, Failure, notFound } from '#platform/failures.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { plateIndex } from '../keeping/issue-plates.ts'
import { tables } from '../tables.ts'
import { makePresence } from './presence.ts'

export const scanPlate: Handler<typeof stations.scanPlate> = async (ctx, { secret }) => {
  const plate = await tables(ctx)
    .selectFrom('stations.plate as plate')
    .innerJoin('stations.station as station', 'station.id', 'plate.station_id')
    .select(['station.id', 'station.code', 'station.name', 'station.state', 'plate.ended_at as endedAt'])
    .where('plate.secret_index', '=', plateIndex(ctx.config.keys, secret))
    .executeTakeFirst()
  if (plate === undefined) throw notFound({ zh: '门牌', en: 'plate' })
  if (plate.state === 'closed') throw stationIsGone(plate)
  if (plate.endedAt !== null) throw plateHasEnded()
  ctx.auditNote.subjects = [`station:${plate.id}`]
  return { code: plate.code, name: plate.name, ...makePresence(ctx, plate.code) }
}

const plateHasEnded = () =>
  conflict('plate-ended', {
    zh: '这块门牌已经换发，不再有效。请扫驿站门上的新门牌。',
    en: 'This plate was replaced and no longer holds. Scan the new one at the door.',
  })

/** The code stands in the problem, so that the page can say where the nearest open one is (`getLeaving`). */
const stationIsGone = ({ code, name }: { code: string; name: string }) =>
  new Failure(409, 'station-gone', { zh: `“${name}”已经撤销。`, en: `“${name}” is gone for good.` }, [
    { field: 'station', reason: { zh: code, en: code } },
  ])
