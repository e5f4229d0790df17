import { sql } from 'kysely'
import { maskName, personKeyText, personNames } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import { certificateOf, noticeRowOf, readNotices } from './notices.ts'
import { tables } from './tables.ts'

const NOTICES_MAX = 50
const OBJECTIONS_MAX = 200

/** A case's notices with what was objected. Who objected is told, masked, to those who answer and to nobody else. */
export async function noticesOfCase(ctx: Context, caseId: string, seesObjectors: boolean) {
  const notices = await readNotices(
    ctx,
    sql`n.case_id = ${caseId}`,
    sql`order by n.action_no desc limit ${sql.lit(NOTICES_MAX)}`,
  )
  return Promise.all(
    notices.map(async (notice) => ({
      ...noticeRowOf(ctx, notice),
      certificate: certificateOf(notice),
      objections: await objectionsOf(ctx, notice.id, seesObjectors),
    })),
  )
}

async function objectionsOf(ctx: Context, noticeId: string, seesObjectors: boolean) {
  const rows = await readObjections(ctx, noticeId)
  const keys = rows.flatMap(({ bk, id }) => (bk === null || id === null ? [] : { bk, id }))
  const names = seesObjectors ? await personNames(ctx, keys) : new Map<string, string>()
  return rows.map((row) => ({
    noticeId,
    no: row.no,
    objectorName: seesObjectors ? nameOf(row, names) : null,
    text: row.text,
    at: row.at,
    answer:
      row.answer === null || row.isUpheld === null || row.answeredAt === null
        ? null
        : { isUpheld: row.isUpheld, text: row.answer, answeredBy: row.answeredBy ?? '', at: row.answeredAt },
  }))
}

/** Somebody who only proved a phone has no name here. */
function nameOf({ bk, id }: { bk: number | null; id: string | null }, names: ReadonlyMap<string, string>) {
  if (bk === null || id === null) return '*'
  return maskName(names.get(personKeyText({ bk, id })) ?? '')
}

const readObjections = (ctx: Context, noticeId: string) =>
  tables(ctx)
    .selectFrom('review.objection as b')
    .leftJoin('review.objection_answer as a', (join) =>
      join.onRef('a.notice_id', '=', 'b.notice_id').onRef('a.no', '=', 'b.no'),
    )
    .select([
      'b.no',
      'b.objector_bk as bk',
      'b.objector_id as id',
      'b.text',
      'b.at',
      'a.is_upheld as isUpheld',
      'a.answer',
      'a.answered_by_name as answeredBy',
      'a.at as answeredAt',
    ])
    .where('b.notice_id', '=', noticeId)
    .orderBy('b.no')
    .limit(OBJECTIONS_MAX)
    .execute()
