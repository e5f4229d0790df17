import { act, openCase } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import type { SanctionKind } from '../../rules/certificate/sanctions.ts'
import { sanctionKindWords } from '../../rules/certificate/words.ts'
import { sanctionProcedure, sanctionSubject } from '../sanctions/sanction-procedure.ts'
import { tables } from '../tables.ts'
import type { DemoFate } from './demo-fates.ts'
import type { DemoOfficials } from './demo-officials.ts'
import type { PlacedStation } from './load-stations.ts'

type Step = { readonly kind: SanctionKind; readonly daysAgo: number; readonly reason: string }

/** What was decided about each fate, oldest first. */
const steps: Partial<Record<DemoFate, readonly Step[]>> = {
  warned: [{ kind: 'warning', daysAgo: 35, reason: '一个月内三次锁门，无人答复' }],
  suspended: [
    { kind: 'warning', daysAgo: 120, reason: '开放时间多次锁门' },
    { kind: 'suspension', daysAgo: 40, reason: '警告后仍然锁门，暂停证书' },
  ],
  withdrawn: [
    { kind: 'warning', daysAgo: 210, reason: '休息区改作仓库' },
    { kind: 'warning', daysAgo: 130, reason: '整改不到位' },
    { kind: 'withdrawal', daysAgo: 60, reason: '两次警告后没有恢复，撤销证书' },
  ],
}

const DAY_MS = 86_400_000

/** Decisions of the past, each proposed by the county and decided by the city, as the procedure wants it. */
export async function loadSanctions(
  ctx: Context,
  stations: readonly PlacedStation[],
  fates: readonly DemoFate[],
  { unitOf, officials }: { readonly unitOf: (station: number) => string; readonly officials: DemoOfficials },
): Promise<void> {
  for (const [index, fate] of fates.entries())
    for (const { kind, daysAgo, reason } of steps[fate] ?? []) {
      const now = new Date(ctx.now.getTime() - daysAgo * DAY_MS)
      const station = stations[index]!
      const opened = await openCase({ ...officials.county.context, now }, sanctionProcedure, {
        subject: sanctionSubject(station.id),
        organisationId: unitOf(index),
        applicant: null,
        summary: `${station.name}：${sanctionKindWords[kind].zh}`,
        href: `/staff/stations/${station.code}`,
        applicantHref: '/keeper',
        note: reason,
      })
      await tables(ctx)
        .insertInto('stations.sanction_proposal')
        .values({ case_id: opened.id, station_id: station.id, kind, reason, made_at: now })
        .execute()
      await act({ ...officials.city.context, now: new Date(now.getTime() + DAY_MS) }, opened.id, 'decide', {})
    }
}
