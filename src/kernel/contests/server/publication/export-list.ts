import { sql } from 'kysely'
import { tableFile } from '#kernel/files/index.ts'
import { getOrganisation } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/digest.ts'
import type { OfficialDocument } from '#platform/documents/official-document.ts'
import { officialFile } from '#platform/documents/official-file.ts'
import { conflict, invalid } from '#platform/failures.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import type { contests } from '../../contract.ts'
import { getContestRow, type ContestRow } from '../find-contest.ts'
import { tables } from '../tables.ts'
import { findResult } from './find-result.ts'
import { inWords } from './get-result.ts'
import { frozenLists } from './lists.ts'

/** More than any city's contest took in; the file is made in memory. */
const ENTRIES_MAX = 100_000

type Input = Parameters<Handler<typeof contests.exportList>>[1]
type List = {
  readonly name: string
  readonly rowsAre: string
  readonly headings: readonly string[]
  readonly widths: readonly number[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** What is recorded, as a table or as an official document; a list of the result only of one that was proposed. */
export const exportList: Handler<typeof contests.exportList> = async (ctx, input) => {
  const contest = await getContestRow(ctx, input.contestId)
  await requireAt(ctx, 'contests.export', contest.organisationId)
  const list =
    input.list === 'entries' ? await entryList(ctx, contest) : await resultList(ctx, contest, input)
  ctx.auditNote.organisationId = contest.organisationId
  ctx.auditNote.subjects = [`contest:${contest.id}`]
  if (input.format === 'docx') return documentOf(ctx, contest, list, input)
  return tableFile(ctx, {
    ...list,
    name: `${contest.title}${list.name}`,
    format: input.format,
    reason: input.reason,
    detail: { list: input.list },
  })
}

async function entryList(ctx: Context, contest: ContestRow): Promise<List> {
  const nameOf = new Map(contest.rules.categories.map(({ id, name }) => [id, name]))
  const rows = await tables(ctx)
    .selectFrom('contests.entry as entry')
    .innerJoin('organisations.organisation as unit', 'unit.id', 'entry.unit_id')
    .leftJoin('contests.disqualification as out', 'out.entry_id', 'entry.id')
    .select(['entry.no', 'entry.category', 'entry.title', 'unit.name as unitName', 'entry.state'])
    .select(['entry.entered_at as enteredAt', 'out.reason'])
    .select(
      sql<string>`(select string_agg(name, '、' order by p.no) from contests.participant p
        where p.entry_id = entry.id)`.as('names'),
    )
    .where('entry.contest_id', '=', contest.id)
    .orderBy('entry.no')
    .limit(ENTRIES_MAX)
    .execute()
  return {
    name: '参赛作品',
    rowsAre: '件作品',
    headings: ['编号', '组别', '作品', '参赛者', '单位', '报名日期', '状态'],
    widths: [1, 2, 4, 3, 4, 2, 2],
    rows: rows.map((row) => [
      row.no,
      nameOf.get(row.category) ?? row.category,
      row.title,
      row.names,
      row.unitName,
      cityDay(row.enteredAt),
      row.reason !== null ? `取消资格：${row.reason}` : row.state === 'withdrawn' ? '已撤回' : '有效',
    ]),
  }
}

async function resultList(ctx: Context, contest: ContestRow, { list }: Input): Promise<List> {
  const found = await findResult(ctx, contest.id)
  if (found === undefined || found.state === 'returned') throw noResult()
  const words = await inWords(ctx, contest, await frozenLists(ctx, found.id))
  if (list === 'organisations')
    return {
      name: '组织情况',
      rowsAre: '个单位',
      headings: ['名次', '单位', '参赛作品', '获奖作品', '积分', '表扬'],
      widths: [1, 5, 2, 2, 2, 3],
      rows: words.units.map((row, index) => [
        index + 1,
        row.unitName,
        row.entries,
        row.awards,
        row.points,
        row.isAwarded ? (words.organisationPrizeName ?? '') : '',
      ]),
    }
  const isForward = list === 'recommendation'
  const rows = isForward
    ? words.recommended.map((row) => ({ ...row, award: words.recommendedTo ?? '' }))
    : words.awards.flatMap(({ name, rows: all }) => all.map((row) => ({ ...row, award: name })))
  return {
    name: isForward ? '推荐名单' : '获奖名单',
    rowsAre: '件作品',
    headings: ['名次', isForward ? '推荐参加' : '奖项', '组别', '作品', '参赛者', '单位', '得分'],
    widths: [1.2, 2.4, 2.2, 3.4, 2.6, 4, 2],
    rows: rows.map((row) => [
      row.rank,
      row.award,
      row.categoryName,
      row.title,
      row.names.join('、'),
      row.unitName,
      row.mean,
    ]),
  }
}

async function documentOf(ctx: Context, contest: ContestRow, list: List, { list: which, reason }: Input) {
  if (which === 'entries') throw tooLong()
  const { name } = await getOrganisation(ctx, contest.organisationId)
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const paper: OfficialDocument = {
    title: `${contest.title}\n${list.name}`,
    blocks: [
      { kind: 'text', text: `共${list.rows.length}${list.rowsAre}。` },
      {
        kind: 'table',
        headings: list.headings,
        widths: list.widths,
        rows: list.rows.map((row) => row.map(String)),
      },
    ],
    signature: { by: name, on: cityDay(ctx.now) },
    ...(isDemo && { mark: '演示数据' }),
  }
  const { content, mediaType } = await officialFile(ctx, paper, 'docx')
  ctx.auditNote.reason = reason
  ctx.auditNote.detail = { list: which, rows: list.rows.length, sha256: sha256(content) }
  return {
    fileName: `${contest.title}${list.name}-${cityDay(ctx.now)}.docx`,
    mediaType,
    content,
    rows: list.rows.length,
  }
}

const noResult = () =>
  conflict('no-result', {
    zh: '结果还没有送审，没有可导出的名单。',
    en: 'No result was handed in yet; there is no list to take.',
  })

const tooLong = () =>
  invalid('format', {
    field: 'format',
    reason: { zh: '参赛作品名单较长，不出文档。', en: 'The list of entries is too long for a document.' },
    accepted: { zh: 'xlsx 或 csv', en: 'xlsx or csv' },
  })
