import { cityOf } from '#kernel/city/index.ts'
import { organisationNames } from '#kernel/organisations/index.ts'
import { requireAt } from '#platform/authorise.ts'
import { CITY_TIME_ZONE } from '#platform/city-time.ts'
import { sha256 } from '#platform/digest.ts'
import { qrSvg } from '#platform/documents/qr-svg.ts'
import { renderPdf } from '#platform/documents/render-pdf.ts'
import { findInstallation } from '#platform/installation.ts'
import type { Handler } from '#platform/module.ts'
import type { activities } from '../contract.ts'
import { getActivityRow } from './find-activity.ts'
import { posterTemplate } from './poster-template.ts'

/** One A4 page to hang at the door; the code is a plain link, which every camera and WeChat open. */
export const activityPoster: Handler<typeof activities.activityPoster> = async (ctx, { id }) => {
  const activity = await getActivityRow(ctx, id)
  await requireAt(ctx, 'activities.run', activity.organisationId)
  const names = await organisationNames(ctx, [activity.organisationId])
  const content = await renderPdf({
    template: posterTemplate,
    title: `${activity.title}签到`,
    language: ctx.language,
    data: {
      demo: (await findInstallation(ctx.db))?.kind === 'demo',
      federation: `${cityOf(ctx.config).name.zh}总工会`,
      organiser: names.get(activity.organisationId) ?? '',
      title: activity.title,
      place: activity.place,
      time: timeOf(activity.startsAt, activity.endsAt),
      host: new URL(ctx.config.publicUrl).host,
      code: activity.code,
      qr: qrSvg(`${ctx.config.publicUrl}/a/${activity.code}`),
    },
  })
  ctx.auditNote.organisationId = activity.organisationId
  ctx.auditNote.detail = { sha256: sha256(content) }
  return { fileName: `签到海报-${activity.title}.pdf`, mediaType: 'application/pdf', content, rows: 1 }
}

function timeOf(startsAt: Date, endsAt: Date): string {
  const zone = { timeZone: CITY_TIME_ZONE } as const
  const day = (at: Date) =>
    at.toLocaleDateString('zh-CN', { ...zone, month: 'long', day: 'numeric', weekday: 'long' })
  const hour = (at: Date) =>
    at.toLocaleTimeString('zh-CN', { ...zone, hour: '2-digit', minute: '2-digit', hour12: false })
  return day(startsAt) === day(endsAt)
    ? `${day(startsAt)} ${hour(startsAt)}—${hour(endsAt)}`
    : `${day(startsAt)} ${hour(startsAt)} — ${day(endsAt)} ${hour(endsAt)}`
}
