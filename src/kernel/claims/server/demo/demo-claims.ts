import { askFigure } from '#kernel/figures/index.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { contextOfDemo } from '#platform/demo.ts'
import { newId } from '#platform/ids.ts'
import type { DemoContext } from '#platform/module.ts'
import { TOLERANCE } from '../../rules/numbers/ranges.ts'
import { checkClaims } from '../claims/check-claims.ts'
import { tables } from '../tables.ts'
import { writtenBy } from '../written-by.ts'
import { pageClaims, type PageClaim } from './page-claims.ts'
import { pageRelations } from './page-relations.ts'

/** A newspaper's numbers as of the demo's day, one of last year that was right then, and what should hold between them. */
export async function demoClaims(demo: DemoContext): Promise<void> {
  const ctx = contextOfDemo(demo, 'claims')
  const organisationId = (demo.shared.get('organisations') as ReadonlyMap<string, string>).get(
    (demo.shared.get('city') as { adcode: string }).adcode,
  )!
  const today = cityDay(demo.today)
  const page = await insertSource(ctx, organisationId, '演示晨报', '工会工作专版（演示数据）', today)
  const ids = new Map(pageClaims.map(({ key }) => [key, newId(demo.today.getTime())]))
  await insertClaims(ctx, page, today, ids)
  await insertLastYear(ctx, organisationId, yearBefore(today))
  await tables(ctx)
    .insertInto('claims.relation_version')
    .values(
      pageRelations.map(({ code, title, make }) => ({
        relation_id: newId(demo.today.getTime()),
        version: 1,
        organisation_id: organisationId,
        code,
        title_zh: title.zh,
        title_en: title.en,
        relation: JSON.stringify(make((key) => ids.get(key)!)),
        state: 'standing' as const,
        reason: '',
        ...writtenBy(ctx),
      })),
    )
    .execute()
  const { lookedAt } = await checkClaims(ctx)
  demo.progress({ zh: `对外说法：${lookedAt}项已核对`, en: `${lookedAt} claims and relations checked` })
}

const yearBefore = (day: string) => `${Number(day.slice(0, 4)) - 1}-12-31`

async function insertSource(
  ctx: Context,
  organisationId: string,
  medium: string,
  title: string,
  saidOn: string,
): Promise<string> {
  const id = newId(ctx.now.getTime())
  await tables(ctx)
    .insertInto('claims.source')
    .values({
      id,
      organisation_id: organisationId,
      medium,
      title,
      said_on: saidOn,
      href: null,
      ...writtenBy(ctx),
    })
    .execute()
  return id
}

async function insertClaims(
  ctx: Context,
  sourceId: string,
  today: string,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const year = Number(today.slice(0, 4))
  await tables(ctx)
    .insertInto('claims.claim_version')
    .values(
      pageClaims.map((claim) =>
        versionOf(ctx, {
          id: ids.get(claim.key)!,
          sourceId,
          ofDay: today,
          since: claim.sinceYears === null ? null : `${year - claim.sinceYears}-01-01`,
          claim,
        }),
      ),
    )
    .execute()
}

type Version = { id: string; sourceId: string; ofDay: string; since: string | null; claim: PageClaim }

const versionOf = (ctx: Context, { id, sourceId, ofDay, since, claim }: Version) => ({
  claim_id: id,
  version: 1,
  source_id: sourceId,
  topic_zh: claim.zh,
  topic_en: claim.en,
  words: claim.words,
  value: claim.value,
  ...rangeOf(claim),
  unit_zh: claim.unit[0],
  unit_en: claim.unit[1],
  dimension: claim.dimension,
  of_day: ofDay,
  since,
  figure_key: claim.figure,
  state: 'standing' as const,
  reason: '',
  ...writtenBy(ctx),
})

function rangeOf({ value, says }: PageClaim): { low: number; high: number | null } {
  if (says === 'no-end') return { low: value, high: null }
  if (says === 'near') return { low: value * (1 - TOLERANCE), high: value }
  if (says === 'over') return { low: value, high: value * (1 + TOLERANCE) }
  const half = says === 'exact' ? 0 : says / 2
  return { low: value - half, high: value + half }
}

/** Said of the end of last year as the records had it, and no longer so. */
async function insertLastYear(ctx: Context, organisationId: string, day: string): Promise<void> {
  const then = await askFigure(ctx, 'stations.total', day)
  if (then === undefined || then.value === null) return
  const sourceId = await insertSource(ctx, organisationId, '演示网', '全年工作综述（演示数据）', day)
  const claim: PageClaim = {
    key: 'lastYear',
    zh: '年底爱心驿站',
    en: 'Rest stations at the year’s end',
    words: `${then.value}家`,
    value: then.value,
    unit: ['家', 'units'],
    says: 'exact',
    dimension: 'places',
    sinceYears: null,
    figure: 'stations.total',
  }
  await tables(ctx)
    .insertInto('claims.claim_version')
    .values(versionOf(ctx, { id: newId(ctx.now.getTime()), sourceId, ofDay: day, since: null, claim }))
    .execute()
}
