import { subjectIdOf, type ReviewCase } from '#kernel/review/index.ts'
import type { Context } from '#platform/context.ts'
import { conflict } from '#platform/failures.ts'
import { sendSms } from '#platform/sms.ts'
import { WARNINGS_BEFORE } from '../../rules/certificate/sanctions.ts'
import { openPhone } from '../keeping/appoint-keeper.ts'
import { findKeeping } from '../keeping/keeping.ts'
import { getStandingStation } from '../keeping/lock-station.ts'
import { sanctionsOf, warningsWithinAYear } from '../sanctions/sanctions-of.ts'
import { writeSanction } from '../sanctions/write-sanction.ts'
import { tables } from '../tables.ts'
import { leaveStation } from './leave-station.ts'

/** Whoever keeps the station now speaks for it in its cases, also where another kept it when they began. */
export async function actsForStation(ctx: Context, one: ReviewCase): Promise<boolean> {
  const { id } = await getStandingStation(ctx, subjectIdOf(one))
  return (await findKeeping(ctx, id)) !== undefined
}

export async function onLeavingState(ctx: Context, one: ReviewCase, state: string): Promise<void> {
  if (state !== 'left') return
  const wish = await tables(ctx)
    .selectFrom('stations.leaving_wish')
    .select(['merged_into as mergedInto', 'reason'])
    .where('case_id', '=', one.id)
    .executeTakeFirstOrThrow()
  await leaveStation(ctx, one, { ...wish, kind: wish.mergedInto === null ? 'voluntary' : 'merged' })
}

/** What the keeper is told of by SMS: they may never have signed in. */
const TOLD: Readonly<Record<string, string>> = {
  warned: '收到整改警告',
  'warned-again': '再次收到整改警告',
  hearing: '拟被摘牌，请在期限内陈述申辩',
  withdrawn: '已被决定摘牌',
  settled: '整改已结案',
  kept: '经研究不予摘牌',
  lifted: '收到的整改警告已撤回',
}

export async function onWithdrawalState(ctx: Context, one: ReviewCase, state: string): Promise<void> {
  await countWarning(ctx, one, state)
  const told = TOLD[state]
  if (told !== undefined) await tellKeeper(ctx, one, told)
  if (state === 'withdrawn')
    await leaveStation(ctx, one, { kind: 'withdrawn', reason: '两次警告并听取陈述后摘牌' })
}

/** The reason stands in the case, which the register of decisions links to. */
const COUNTED: Readonly<Record<string, { kind: 'warning' | 'warning-lifted'; reason: string }>> = {
  warned: { kind: 'warning', reason: '限期整改' },
  'warned-again': { kind: 'warning', reason: '整改不到位，再次限期整改' },
  lifted: { kind: 'warning-lifted', reason: '警告不当' },
}

/** There is one count of warnings: what is warned here also stands before a suspension of the certificate. */
async function countWarning(ctx: Context, one: ReviewCase, state: string): Promise<void> {
  const { id: stationId } = await getStandingStation(ctx, subjectIdOf(one))
  const counted = COUNTED[state]
  if (counted !== undefined) await writeSanction(ctx, { ...counted, stationId, caseId: one.id })
  if (state !== 'hearing') return
  const warnings = warningsWithinAYear(ctx, await sanctionsOf(ctx, stationId))
  if (warnings < WARNINGS_BEFORE.withdrawal) throw notWarnedTwice(warnings)
}

const notWarnedTwice = (warnings: number) =>
  conflict('not-warned', {
    zh: `一年内只警告过${warnings}次。要先警告${WARNINGS_BEFORE.withdrawal}次，才能告知拟摘牌。`,
    en: `Warned ${warnings} times within a year; a withdrawal is announced only after ${WARNINGS_BEFORE.withdrawal}.`,
  })

async function tellKeeper(ctx: Context, one: ReviewCase, told: string): Promise<void> {
  const station = await getStandingStation(ctx, subjectIdOf(one))
  const keeper = await tables(ctx)
    .selectFrom('stations.keeper')
    .select('phone_sealed as sealed')
    .where('station_id', '=', station.id)
    .where('until_at', 'is', null)
    .executeTakeFirst()
  if (keeper === undefined) return
  const to = openPhone(ctx.config.keys, keeper.sealed)
  const { name } = station.draft
  ctx.afterCommit(() =>
    sendSms(ctx, {
      to,
      template: 'station-withdrawal',
      values: { station: name, told },
      text: `您管理的“${name}”${told}。请登录后查看：${ctx.config.publicUrl}/me/cases/${one.id}`,
    }),
  )
}
