import { act, openCase } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import type { ProposedSanction } from '../../rules/certificate/sanctions.ts'
import { sanctionKindWords } from '../../rules/certificate/words.ts'
import { subjectOf } from '../leaving/leave-station.ts'
import { withdrawalProcedure } from '../leaving/leaving-procedures.ts'
import { sanctionProcedure, sanctionSubject } from '../sanctions/sanction-procedure.ts'
import { tables } from '../tables.ts'
import type { DemoFate } from './demo-fates.ts'
import { accountOf, type DemoOfficials } from './demo-officials.ts'
import type { PlacedStation } from './load-stations.ts'

type Step = { readonly daysAgo: number; readonly reason: string }
type Move = Step & { readonly move: string; readonly by?: 'keeper' }

/** A case of warning with its moves, and what was decided about the certificate meanwhile. */
type Told = {
  readonly warning: Step
  readonly moves: readonly Move[]
  readonly decided?: Step & { readonly kind: ProposedSanction }
}

const stories: Partial<Record<DemoFate, Told>> = {
  warned: { warning: { daysAgo: 8, reason: '一个月内三次锁门，无人答复' }, moves: [] },
  mended: {
    warning: { daysAgo: 12, reason: '饮水机坏了一个月没有修' },
    moves: [{ move: 'mended', by: 'keeper', daysAgo: 2, reason: '饮水机已经换新，滤芯也换了' }],
  },
  suspended: {
    warning: { daysAgo: 60, reason: '开放时间多次锁门' },
    moves: [{ move: 'settle', daysAgo: 45, reason: '证书另案处理，本次整改结案' }],
    decided: { kind: 'suspension', daysAgo: 40, reason: '警告后仍然锁门，暂停证书' },
  },
  withdrawn: {
    warning: { daysAgo: 110, reason: '休息区改作仓库' },
    moves: [
      { move: 'warn-again', daysAgo: 80, reason: '到期复查，仓库没有清出' },
      { move: 'open-hearing', daysAgo: 9, reason: '两次警告后没有恢复，拟摘牌' },
      { move: 'speak', by: 'keeper', daysAgo: 3, reason: '店面要转让，确实腾不出地方，同意摘牌' },
    ],
    decided: { kind: 'withdrawal', daysAgo: 60, reason: '两次警告后没有恢复，撤销证书' },
  },
}

const DAY_MS = 86_400_000

type Cast = { readonly unitOf: (station: number) => string; readonly officials: DemoOfficials }

/** Warnings by the county with what came of them, and decisions that the county proposed and the city made. */
export async function loadSanctions(
  ctx: Context,
  stations: readonly PlacedStation[],
  fates: readonly DemoFate[],
  cast: Cast,
): Promise<void> {
  for (const [index, fate] of fates.entries()) {
    const told = stories[fate]
    if (told === undefined) continue
    const about = { station: stations[index]!, organisationId: cast.unitOf(index) }
    await loadWarnings(ctx, about, told, cast.officials)
    if (told.decided !== undefined) await loadDecision(ctx, about, told.decided, cast.officials)
  }
}

type About = { readonly station: PlacedStation; readonly organisationId: string }

async function loadWarnings(
  ctx: Context,
  { station, organisationId }: About,
  { warning, moves }: Told,
  { county, keeper }: DemoOfficials,
): Promise<void> {
  const { id } = await openCase({ ...county.context, now: ago(ctx, warning) }, withdrawalProcedure, {
    subject: subjectOf(station.code),
    organisationId,
    applicant: null,
    summary: `${station.name}整改`,
    href: `/staff/stations/${station.code}`,
    note: warning.reason,
  })
  const asKeeper = { ...accountOf(keeper.context.actor), name: station.keeperName, grants: [] }
  for (const { move, by, reason, ...when } of moves) {
    const actor = by === 'keeper' ? asKeeper : county.context.actor
    await act({ ...county.context, actor, now: ago(ctx, when) }, id, move, { reason })
  }
}

async function loadDecision(
  ctx: Context,
  { station, organisationId }: About,
  { kind, reason, daysAgo }: Step & { readonly kind: ProposedSanction },
  { county, city }: DemoOfficials,
): Promise<void> {
  const now = ago(ctx, { daysAgo })
  const { id } = await openCase({ ...county.context, now }, sanctionProcedure, {
    subject: sanctionSubject(station.id),
    organisationId,
    applicant: null,
    summary: `${station.name}：${sanctionKindWords[kind].zh}`,
    href: `/staff/stations/${station.code}`,
    applicantHref: '/keeper',
    note: reason,
  })
  const proposal = { case_id: id, station_id: station.id, kind, reason, made_at: now }
  await tables(ctx).insertInto('stations.sanction_proposal').values(proposal).execute()
  await act({ ...city.context, now: new Date(now.getTime() + DAY_MS) }, id, 'decide', {})
}

const ago = ({ now }: Context, { daysAgo }: Pick<Step, 'daysAgo'>) =>
  new Date(now.getTime() - daysAgo * DAY_MS)
