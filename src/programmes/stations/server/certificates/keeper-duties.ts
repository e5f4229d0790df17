import { sql } from 'kysely'
import { addDays, cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import type { stations } from '../../contract.ts'
import { certify, type CriterionVerdict, type NeedVerdict } from '../../rules/certificate/certify.ts'
import { takeWords, whyWords } from '../../rules/certificate/words.ts'
import type { Standard } from '../../rules/standard/standard-schema.ts'
import { openFindings } from '../inspections/open-findings.ts'
import { listKeepings } from '../keeping/keeping.ts'
import { standardOn } from '../standards/in-force.ts'
import { tables } from '../tables.ts'
import { readFacts } from './read-facts.ts'

/** What the caller's stations must renew: what fails first, then what lapses soonest. */
export const keeperDuties: Handler<typeof stations.keeperDuties> = async (ctx) => {
  const ids = (await listKeepings(ctx)).map(({ stationId }) => stationId)
  if (ids.length === 0) return { rows: [] }
  const day = cityDay(ctx.now)
  const { content } = await standardOn(ctx, day)
  const faces = await facesOf(ctx, ids)
  const rows = []
  for (const { id, station } of await readFacts(ctx, sql`station.id = any(${ids}::uuid[])`)) {
    const computed = certify(content, station, day)
    const horizon = addDays(day, content.lapsingWithinDays)
    rows.push({
      ...faces.get(id)!,
      state: computed.state,
      lapsesOn: computed.lapsesOn,
      duties: computed.criteria
        .filter(({ holds, until }) => !holds || (until !== null && until <= horizon))
        .map((criterion) => dutyOf(content, criterion))
        .sort((a, b) => (a.until ?? '').localeCompare(b.until ?? '')),
      findings: await openFindings(ctx, id),
    })
  }
  return { rows: rows.sort((a, b) => b.duties.length - a.duties.length) }
}

async function facesOf(ctx: Context, ids: readonly string[]) {
  const rows = await tables(ctx)
    .selectFrom('stations.station')
    .select(['id', 'code', 'name'])
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, ...face }) => [id, face]))
}

function dutyOf({ criteria }: Standard, verdict: CriterionVerdict) {
  const { title } = criteria.find(({ id }) => id === verdict.id)!
  const open = verdict.needs.filter(({ holds, until }) => !holds || until === verdict.until)
  return {
    criterion: verdict.id,
    title,
    holds: verdict.holds,
    until: verdict.holds ? verdict.until : null,
    ways: open.flatMap(waysOf),
  }
}

/** Of what would meet a need, that which a keeper can bring; what they lack on the register they ask their officer for. */
const waysOf = ({ takes }: NeedVerdict) =>
  takes.flatMap(({ take, why }) =>
    take.kind === 'answer' || take.kind === 'place'
      ? []
      : [
          {
            kind: take.kind,
            of: take.kind === 'photo' || take.kind === 'document' ? take.of : null,
            words: takeWords(take),
            why: why === null ? null : whyWords(why),
          },
        ],
  )
