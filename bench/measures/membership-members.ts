import type pg from 'pg'
import { sql } from 'kysely'
import { connect } from '#platform/database/connect.ts'
import { contextOfDemo } from '#platform/demo.ts'
import type { DemoContext } from '#platform/module.ts'
import { queryAddress } from '#platform/client/call.ts'
import { countBy, countOf } from '#kernel/figures/index.ts'
import { figures } from '#kernel/figures/contract.ts'
import { foldMembers } from '#programmes/membership/server/figures/fold-members.ts'
import { membersByDistrict, membersByForm } from '#programmes/membership/server/figures/member-counts.ts'
import { rollFigures } from '#programmes/membership/server/figures/roll-figures.ts'
import { ASKED_AT } from '../harness/city-clock.ts'
import type { Measure } from '../harness/measure.ts'
import { startOwnCity, stopAll } from '../harness/own-city.ts'
import { plantMembers } from '../harness/plant-members.ts'
import { rounded, type Result } from '../harness/result.ts'
import { interleaved } from '../harness/rounds.ts'

const MEMBERS = 1_000_000
const AT = { asOf: '2026-11-24', recordedUpTo: ASKED_AT }

/** The figure's own records: what it counts without the rollup. */
const plainly = rollFigures.find(({ key }) => key === 'membership.members')!.records.select

type Ask = (ctx: Parameters<typeof plainly>[0]) => Promise<unknown>

const PLAIN: Record<string, Ask> = {
  total: (ctx) => countOf(plainly)(ctx, AT),
  forms: (ctx) => countBy(ctx, plainly(ctx, AT), 'new_form'),
  districts: (ctx) => countBy(ctx, plainly(ctx, AT), 'adcode'),
}

const FOLDED: Record<string, Ask> = {
  total: (ctx) => membersByForm(ctx, AT),
  forms: (ctx) => membersByForm(ctx, AT),
  districts: (ctx) => membersByDistrict(ctx, AT, false),
}

const parts = Object.keys(PLAIN)

/**
 * The figure of a million members with its two breakdowns, folded by the job that folds it every day, against the same
 * questions to the dated lines, warm, on one connection; then its public page over HTTP.
 */
export const membershipMembers: Measure = {
  names: ['membership.members', 'membership.members.page'],
  run: async (bench) => {
    const stops: (() => Promise<unknown>)[] = []
    try {
      const { owner, origin } = await startOwnCity(stops)
      const database = connect({ connection: owner as pg.PoolConfig, poolSize: 1, prepare: false })
      stops.push(() => database.close())
      const ctx = contextOfDemo(
        { db: database.db, today: ASKED_AT, config: {} } as unknown as DemoContext,
        'membership',
      )
      bench.say(`${MEMBERS} members of eight years`)
      await plantMembers(database.pool, { count: MEMBERS, until: ASKED_AT })
      bench.say('folding them, day by day')
      const foldMs = await foldAll(ctx)
      await database.pool.query('vacuum analyze membership.member_rollup, membership.member_day_rollup')
      await requireAlike(ctx)
      bench.say('asking both')
      const took = await interleaved(
        Object.fromEntries(
          parts.flatMap((part) => [
            [`plain ${part}`, () => timed(() => PLAIN[part]!(ctx))],
            [`folded ${part}`, () => timed(() => FOLDED[part]!(ctx))],
          ]),
        ),
      )
      const address = `${origin}${queryAddress(figures.getFigure, { key: 'membership.members' })}`
      return resultsOf(took, foldMs, await timed(() => answered(address)))
    } finally {
      await stopAll(stops)
    }
  },
}

/** A turn folds a year at most; answers the milliseconds a recorded day. */
async function foldAll(ctx: Parameters<Ask>[0]): Promise<number> {
  let [total, mark, days] = [0, '', 0]
  for (;;) {
    total += await timed(() => foldMembers(ctx))
    const { rows } = await sql<{ mark: string; days: number }>`select folded_before::text as mark,
      (select count(distinct recorded_day) from membership.member_day_rollup) as days from membership.rollup_mark`.execute(
      ctx.db,
    )
    if (rows[0]!.mark === mark) return total / days
    ;({ mark, days } = rows[0]!)
  }
}

/** A ratio of two different answers would say nothing. */
async function requireAlike(ctx: Parameters<Ask>[0]): Promise<void> {
  const plain = (await countBy(ctx, plainly(ctx, AT), 'adcode')).map(({ key, value }) => `${key}: ${value}`)
  const folded = (await membersByDistrict(ctx, AT, false)).map(({ key, value }) => `${key}: ${value}`)
  if (plain.join() !== folded.join()) throw new Error(`not the same:\n${plain.join()}\n${folded.join()}`)
}

function resultsOf(took: Readonly<Record<string, number>>, foldMs: number, pageMs: number): Result[] {
  const sum = (who: string) => parts.reduce((total, part) => total + took[`${who} ${part}`]!, 0)
  const [plain, folded] = [sum('plain'), sum('folded')]
  const each = parts.map((part) => `${part} ${rounded(took[`plain ${part}`]! / took[`folded ${part}`]!)}`)
  return [
    {
      name: 'membership.members',
      value: rounded(folded),
      unit: 'ms',
      against: `${rounded(plain)} ms, total, forms and districts from the dated lines, warm`,
      ratio: rounded(plain / folded),
      target: 20,
      note: `${MEMBERS} members; ${each.join(', ')}; a recorded day is folded in ${rounded(foldMs)} ms`,
    },
    {
      name: 'membership.members.page',
      value: rounded(pageMs),
      unit: 'ms',
      against: `${rounded(plain)} ms, the same`,
      ratio: rounded(plain / pageMs),
      target: 20,
      note: 'the public page over HTTP, asked for the first time',
    },
  ]
}

async function answered(address: string): Promise<void> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}: ${await answer.text()}`)
  await answer.arrayBuffer()
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await run()
  return performance.now() - from
}
