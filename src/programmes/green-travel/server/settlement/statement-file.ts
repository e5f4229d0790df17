import { buffer } from 'node:stream/consumers'
import { reachOf } from '#platform/authorise.ts'
import { CITY_TIME_ZONE } from '#platform/city-time.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Context } from '#platform/context.ts'
import type { Handler } from '#platform/module.ts'
import { writeXlsx } from '#platform/tabular/write-xlsx.ts'
import type { greenTravel } from '../../contract.ts'
import { chineseAmount } from '../../rules/settlement/chinese-amount.ts'
import { requireStatement } from './statements.ts'
import { statementTemplate } from './statement-template.ts'

type Statement = Awaited<ReturnType<typeof requireStatement>>

const mediaTypes = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** Whoever takes a statement out says why; the words stand in the audit log and on the copy. */
export const statementFile: Handler<typeof greenTravel.statementFile> = async (
  ctx,
  { id, format, reason },
) => {
  reachOf(ctx, 'green-travel.see-files')
  const statement = await requireStatement(ctx, id)
  const isDemo = (await findInstallation(ctx.db))?.kind === 'demo'
  const content = {
    pdf: () => asPdf(ctx, statement, isDemo),
    xlsx: () => asXlsx(ctx, statement, isDemo, reason),
    json: async () => asJson(statement, isDemo),
  }[format]
  ctx.auditNote.organisationId = statement.unit
  ctx.auditNote.subjects = [`ride-statement:${id}`]
  ctx.auditNote.reason = reason
  ctx.auditNote.detail = { format, digest: statement.digest }
  return {
    fileName: `${statement.content.company.name}-${statement.content.month}-结算单.${format}`,
    mediaType: mediaTypes[format],
    content: await content(),
    rows: statement.content.lines.length,
  }
}

/** `1,234.50`, the minus sign of typography before what is below zero. */
const yuan = (fen: number) =>
  `${fen < 0 ? '−' : ''}${(Math.abs(fen) / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`
const count = (rides: number) => rides.toLocaleString('en-US').replace('-', '−')

const cityTime = (moment: string | Date) =>
  new Date(moment).toLocaleString('zh-CN', { timeZone: CITY_TIME_ZONE, hour12: false })

function asPdf(ctx: Context, statement: Statement, demo: boolean): Promise<Uint8Array> {
  const { content, digest, id } = statement
  const [year, month] = content.month.split('-')
  const isOwed = content.owedFen > 0
  return renderPdf({
    template: statementTemplate,
    title: `${content.company.name} ${content.month} 结算单`,
    language: 'zh-CN',
    data: {
      demo,
      digest,
      number: id.slice(-12).toUpperCase(),
      seal: content.seal === null ? '' : `审计封存 第 ${content.seal.no} 段 ${content.seal.digest}`,
      payer: content.payer,
      company: content.company.name,
      monthWords: `${year}年${Number(month)}月`,
      unionYuan: yuan(content.unionFenARide),
      cut: cityTime(content.cutAt),
      proposedBy: statement.proposedBy,
      approvedBy: statement.approvedBy ?? '（待复核）',
      lines: content.lines.map(({ label, rides, fen }) => ({
        label: label.zh,
        rides: count(rides),
        yuan: yuan(fen),
      })),
      dueYuan: yuan(content.dueFen),
      dueWords: chineseAmount(content.dueFen),
      earnedYuan: yuan(content.earnedToDateFen),
      paidYuan: yuan(content.paidToDateFen),
      balanceTitle: isOwed ? '尚欠' : '预付余额',
      balanceYuan: yuan(isOwed ? content.owedFen : content.advanceFen),
      differences: content.differences.map((one) => ({
        text: one.text.zh,
        outcome: one.outcome.zh,
        count: count(one.count),
        rides: count(one.rides),
        yuan: yuan(one.fen),
      })),
      routes: content.routes.map((one) => ({ ...one, rides: count(one.rides), yuan: yuan(one.fen) })),
      days: content.days.map((one) => ({ ...one, rides: count(one.rides), yuan: yuan(one.fen) })),
    },
  })
}

function asXlsx(
  ctx: Context,
  { content, digest }: Statement,
  isDemo: boolean,
  reason: string,
): Promise<Uint8Array> {
  const row = (part: string, name: string, rides: number | null, fen: number) => [
    part,
    name,
    rides,
    fen,
    fen / 100,
  ]
  return buffer(
    writeXlsx({
      sheetName: '结算单',
      titles: [
        `${content.company.name} ${content.month} “1分钱乘公交”补贴结算单`,
        `用途：${reason}　导出：${cityTime(ctx.now)}${isDemo ? '　演示数据' : ''}`,
        `校验值 SHA-256：${digest}`,
      ],
      widths: [8, 46, 12, 16, 16],
      headings: ['部分', '项目', '人次', '金额（分）', '金额（元）'],
      rows: [
        ...content.lines.map(({ label, rides, fen }) => row('应付', label.zh, rides, fen)),
        row(
          '应付',
          '应付合计',
          content.lines.reduce((sum, { rides }) => sum + rides, 0),
          content.dueFen,
        ),
        row('累计', '累计应付', null, content.earnedToDateFen),
        row('累计', '累计已付', null, content.paidToDateFen),
        row('累计', '预付余额', null, content.advanceFen),
        row('累计', '尚欠', null, content.owedFen),
        ...content.differences.map((one) =>
          row('对账', `${one.text.zh}（${one.outcome.zh}）`, one.rides, one.fen),
        ),
        ...content.routes.map((one) => row('线路', `${one.code} ${one.name}`, one.rides, one.fen)),
        ...content.days.map((one) => row('日期', one.day, one.rides, one.fen)),
      ],
    }),
  )
}

/** The content and its digest as they are stored, so that anybody can compute the one from the other. */
const asJson = ({ content, digest, id }: Statement, isDemo: boolean): Uint8Array =>
  Buffer.from(`${JSON.stringify({ statement: id, demo: isDemo, digest, content }, null, 2)}\n`)
