import type { Context, PersonKey } from '#platform/context.ts'
import type { Holding } from '#platform/module.ts'
import { sameAs } from './links.ts'
import { tables } from './queries.ts'

/** What every module says it holds about a person, on any of the rows that are this person. */
export const holdingsOf = async (ctx: Context, person: PersonKey) =>
  holdingsOn(ctx, await sameAs(ctx, person))

/** The same for one row alone, for whoever compares two. */
export const holdingsOfRow = (ctx: Context, person: PersonKey) => holdingsOn(ctx, [person])

async function holdingsOn(ctx: Context, keys: readonly PersonKey[]) {
  const rows = await Promise.all(
    ctx.modules.map(async (module) => {
      if (module.holdings === undefined) return []
      const perKey = await Promise.all(keys.map((key) => module.holdings!(ctx, key)))
      return merged(perKey.flat()).map((holding) => ({
        ...holding,
        module: module.name,
        moduleTitle: module.title,
      }))
    }),
  )
  return rows.flat()
}

/** One line a thing, however many rows of the person it hangs on. */
function merged(holdings: readonly Holding[]): Holding[] {
  const byWhat = new Map<string, Holding>()
  for (const holding of holdings) {
    const before = byWhat.get(holding.what.zh)
    byWhat.set(
      holding.what.zh,
      before === undefined ? holding : { ...before, count: before.count + holding.count },
    )
  }
  return [...byWhat.values()].filter((holding) => holding.count > 0)
}

/** What this part holds itself. */
export async function peopleHoldings(ctx: Context, person: PersonKey): Promise<Holding[]> {
  const [consents, requests] = await Promise.all([
    count(ctx, 'people.consent', person),
    count(ctx, 'people.request', person),
  ])
  return [
    {
      what: {
        zh: '姓名、证件号码（加密）和手机号（加密）',
        en: 'Name, document number and phone, both encrypted',
      },
      why: {
        zh: '确认您是谁，保证一人一档（工会会员实名制管理）',
        en: 'To know who you are, once (real-name register of members)',
      },
      count: 1,
    },
    {
      what: { zh: '同意和撤回的记录', en: 'Consents given and withdrawn' },
      why: {
        zh: '证明每项用途经您同意（个人信息保护法第14、15条）',
        en: 'Proof of consent (PIPL articles 14, 15)',
      },
      count: consents,
    },
    {
      what: { zh: '更正和删除申请', en: 'Requests for correction and deletion' },
      why: {
        zh: '办理并答复您的申请（个人信息保护法第46、47条）',
        en: 'To answer you (PIPL articles 46, 47)',
      },
      count: requests,
    },
  ]
}

async function count(
  ctx: Context,
  table: 'people.consent' | 'people.request',
  person: PersonKey,
): Promise<number> {
  const row = await tables(ctx)
    .selectFrom(table)
    .select((select) => select.fn.countAll<number>().as('lines'))
    .where('bk', '=', person.bk)
    .where('person_id', '=', person.id)
    .executeTakeFirstOrThrow()
  return row.lines
}
