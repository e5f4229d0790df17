import { CITY_TIME_ZONE } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { conflict, Failure, type Problem } from '#platform/failures.ts'
import type { Text } from '#platform/text.ts'
import { formatOpeningException, formatOpeningHours } from '../../rules/format-opening-hours.ts'
import { tables } from '../tables.ts'
import type { StandingStation } from './lock-station.ts'
import type { WriteDraft } from './station-row.ts'

export const changedMeanwhile = () =>
  conflict('changed-meanwhile', {
    zh: '这个驿站刚被别人修改，什么都没有写入。请重新打开后再试。',
    en: 'Somebody has just changed this station; nothing was written. Open it again.',
  })

/**
 * Refuses a change that was made on an older version. The refusal says who changed it when, and carries both
 * versions field by field (what was wished, and as `accepted` what stands now), so that nothing typed is lost.
 */
export async function requireVersion(
  ctx: Context,
  now: StandingStation,
  version: number,
  wish?: WriteDraft,
): Promise<void> {
  if (now.version === version) return
  const { by, at } = await lastChange(ctx, now)
  const when = new Intl.DateTimeFormat('zh-CN', {
    timeZone: CITY_TIME_ZONE,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at)
  const problems = wish === undefined ? [] : differences(now.draft, wish)
  const fields = problems.map(({ field }) => FIELD_NAMES[field as Field])
  const text = {
    zh: `您打开之后，${by}于${when}改了它（现在是第${now.version}版）。${list(fields, 'zh')}请对照两个版本后再保存。`,
    en: `${by} changed it at ${at.toISOString()}, after you opened it (version ${now.version} now). ${list(fields, 'en')}Compare both before saving.`,
  }
  throw new Failure(409, 'stale-version', text, problems)
}

function list(fields: readonly Text[], language: 'zh' | 'en'): string {
  if (fields.length === 0) return ''
  return language === 'zh'
    ? `与您不同的：${fields.map(({ zh }) => zh).join('、')}。`
    : `Different from yours: ${fields.map(({ en }) => en).join(', ')}. `
}

async function lastChange(ctx: Context, now: StandingStation): Promise<{ by: string; at: Date }> {
  return tables(ctx)
    .selectFrom('stations.station_version')
    .select(['made_by as by', 'recorded_at as at'])
    .where('station_id', '=', now.id)
    .where('version', '=', now.version)
    .executeTakeFirstOrThrow()
}

export const FIELD_NAMES = {
  name: { zh: '名称', en: 'name' },
  adcode: { zh: '县区', en: 'district' },
  address: { zh: '地址', en: 'address' },
  location: { zh: '位置', en: 'place' },
  hours: { zh: '开放时间', en: 'opening hours' },
  facilities: { zh: '设施', en: 'facilities' },
  otherFacilities: { zh: '其他设施', en: 'other facilities' },
  hostUnit: { zh: '承办单位', en: 'host unit' },
  phone: { zh: '电话', en: 'phone' },
  level: { zh: '级别', en: 'level' },
  openedOn: { zh: '启用日期', en: 'opened on' },
} as const satisfies Partial<Record<keyof WriteDraft, Text>>

type Field = keyof typeof FIELD_NAMES

/** What a field says, for a person and for comparing: two drafts that read alike are alike. */
export function shownValue(draft: WriteDraft, field: Field): string {
  if (field === 'location') return `${draft.location.longitude},${draft.location.latitude}`
  if (field === 'hours') return hoursText(draft)
  const value = draft[field]
  return (
    (Array.isArray(value) ? [...(value as readonly string[])].sort().join('、') : value)?.toString() ?? ''
  )
}

const hoursText = ({ hours }: WriteDraft) =>
  [formatOpeningHours(hours), ...hours.exceptions.map(formatOpeningException)].map(({ zh }) => zh).join('\n')

export function differences(now: WriteDraft, wish: WriteDraft): Problem[] {
  return (Object.keys(FIELD_NAMES) as Field[])
    .map((field) => ({ field, yours: shownValue(wish, field), theirs: shownValue(now, field) }))
    .filter(({ yours, theirs }) => yours !== theirs)
    .map(({ field, yours, theirs }) => ({
      field,
      reason: {
        zh: `您填写：${yours || '（空）'}；现在：${theirs || '（空）'}`,
        en: `You: ${yours || '(empty)'}; now: ${theirs || '(empty)'}`,
      },
      accepted: { zh: theirs || '（空）', en: theirs || '(empty)' },
    }))
}
