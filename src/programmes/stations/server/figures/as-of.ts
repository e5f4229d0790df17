import { sql, type RawBuilder } from 'kysely'
import type { AsOf } from '#kernel/figures/index.ts'
import { endOfDay } from '#platform/city-time.ts'

/** Each station as its latest dated row has it, by what was recorded then and holds on that day. */
export const stationsAsOf = ({ asOf, recordedUpTo }: AsOf): RawBuilder<unknown> => sql`(
  select distinct on (station_id) station_id, code, name, adcode, level, state,
    snapshot ->> 'opened_on' as opened_on
  from stations.station_version
  where valid_from <= ${asOf}::date and recorded_at <= ${recordedUpTo}
  order by station_id, version desc)`

/** What happened up to the end of that day, and was recorded by then. `row` is a table with `at` and `recorded_at`. */
export const happenedBy = (row: string, { asOf, recordedUpTo }: AsOf): RawBuilder<unknown> =>
  sql`${sql.ref(`${row}.at`)} < ${endOfDay(asOf)} and ${sql.ref(`${row}.recorded_at`)} <= ${recordedUpTo}`
