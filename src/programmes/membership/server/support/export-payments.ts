import { sql } from 'kysely'
import { buffer } from 'node:stream/consumers'
import { madeBy, organisationNames } from '#kernel/organisations/index.ts'
import { reachOf } from '#platform/authorise.ts'
import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { sha256 } from '#platform/digest.ts'
import type { OfficialDocument } from '#platform/documents/official-document.ts'
import { officialFile } from '#platform/documents/official-file.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import type { membership } from '../../contract.ts'
import { claimRows } from './claim-rows.ts'
import { milestoneWords } from './milestone-words.ts'
import { getPolicy, type Policy } from './policies.ts'

const ROWS_MAX = 5_000
const headings = ['序号', '工会', '节点', '计数日', '人数', '金额（元）', '支付日期', '凭证', '已收回（元）']

/** Every payment under a policy within reach, with its sum; who took it, when and why stands in it. */
export const exportPayments: Handler<typeof membership.exportPayments> = async (ctx, input) => {
  const policy = await getPolicy(ctx, input.policyId)
  const reach = reachOf(ctx, 'membership.read-support')
  const { rows } = await claimRows(
    ctx,
    sql`p.id = ${input.policyId} and c.posted_id is not null and o.path <@ any(${reach}::ltree[])`,
    sql`order by "paidOn", o.name limit ${sql.lit(ROWS_MAX)}`,
  )
  const lines = rows.map((row, at) => [
    `${at + 1}`,
    row.unionName,
    milestoneWords(row.milestone),
    row.measuredOn,
    `${row.counted}`,
    yuan(row.amountFen),
    row.paidOn ?? '',
    row.receipt ?? '',
    row.reclaimedFen === 0 ? '' : yuan(row.reclaimedFen),
  ])
  const sumFen = rows.reduce((sum, row) => sum + row.amountFen - row.reclaimedFen, 0)
  const facts = { policy, lines, sumFen, reason: input.reason }
  const content = input.format === 'xlsx' ? await asXlsx(ctx, facts) : await asPdf(ctx, facts)
  ctx.auditNote.organisationId = policy.organisationId
  ctx.auditNote.reason = input.reason
  ctx.auditNote.detail = { rows: rows.length, sumFen, sha256: sha256(content) }
  return {
    fileName: `${policy.name}-支付清单-${cityDay(ctx.now)}.${input.format}`,
    mediaType:
      input.format === 'pdf'
        ? 'application/pdf'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content,
    rows: rows.length,
  }
}

type Facts = { policy: Policy; lines: string[][]; sumFen: number; reason: string }

/** Fen as yuan, exactly: no number with a fraction is ever made of it. */
const yuan = (fen: number): string => `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`

async function markOf(ctx: Context): Promise<string | undefined> {
  return (await findInstallation(ctx.db))?.kind === 'demo' ? '演示数据，均为虚构' : undefined
}

async function asXlsx(ctx: Context, { policy, lines, sumFen, reason }: Facts): Promise<Uint8Array> {
  const mark = await markOf(ctx)
  return buffer(
    writeXlsx({
      sheetName: '支付清单',
      titles: [
        ...(mark === undefined ? [] : [mark]),
        `${policy.name} 支付清单，截至 ${cityDay(ctx.now)}，合计（扣除收回）${yuan(sumFen)} 元，共 ${lines.length} 笔`,
        `导出人：${madeBy(ctx)}　理由：${reason}`,
      ],
      headings,
      rows: lines,
    }),
  )
}

async function asPdf(ctx: Context, { policy, lines, sumFen, reason }: Facts): Promise<Uint8Array> {
  const mark = await markOf(ctx)
  const payer = (await organisationNames(ctx, [policy.organisationId])).get(policy.organisationId) ?? ''
  const paper: OfficialDocument = {
    title: `${policy.name}\n支付清单`,
    blocks: [
      {
        kind: 'text',
        text: `截至${cityDay(ctx.now)}，共支付${lines.length}笔，合计（扣除收回）${yuan(sumFen)}元。导出人：${madeBy(ctx)}，理由：${reason}。`,
      },
      { kind: 'table', headings, widths: [0.9, 3.6, 2.4, 1.9, 1, 1.7, 1.9, 2, 1.5], rows: lines },
    ],
    signature: { by: payer, on: cityDay(ctx.now) },
    ...(mark !== undefined && { mark }),
  }
  return (await officialFile(ctx, paper, 'pdf')).content
}
