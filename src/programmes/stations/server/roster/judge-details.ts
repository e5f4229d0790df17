import type { Text } from '#platform/text.ts'

import type { OpeningHours } from '../../rules/opening-hours-schema.ts'
import { parseOpeningHours } from '../../rules/parse-opening-hours.ts'
import { nothing, problemOf, type FieldVerdict } from './field-verdict.ts'
import type { RosterContext, RosterValues } from './roster-context.ts'
import { readWrittenDay } from '#platform/tabular/written-day.ts'
import { readLevel, stationLevels } from './roster-levels.ts'
import { readPhone } from './roster-phones.ts'
import type { StationLevel } from './roster-verdict.ts'

export function judgeHours(values: RosterValues): FieldVerdict<OpeningHours> {
  const problem = problemOf('hours', values.hours ?? '')
  if (values.hours === undefined) {
    const reason = { zh: '没有写开放时间。', en: 'No opening hours are given.' }
    return { problems: [problem('note', 'hours-missing', reason)] }
  }
  const verdict = parseOpeningHours(values.hours)
  if (verdict.ok) {
    return {
      value: verdict.hours,
      problems: verdict.assumptions.map((it) => problem('note', 'hours-assumed', it)),
    }
  }
  const [fix] = verdict.fixes
  const accepted = {
    zh: verdict.accepted.map((it) => it.zh).join(' ｜ '),
    en: verdict.accepted.map((it) => it.en).join(' | '),
  }
  return {
    problems: [problem('error', `hours-${verdict.code}`, verdict.reason, { accepted, ...(fix && { fix }) })],
  }
}

export function judgePhone(values: RosterValues, { areaCode }: RosterContext): FieldVerdict<string> {
  if (values.keeperPhone === undefined) return nothing
  const problem = problemOf('keeperPhone', values.keeperPhone)
  const verdict = readPhone(values.keeperPhone)
  if (verdict.ok) {
    const several = { zh: '写了几个电话，用第一个。', en: 'Several phones are given; the first is used.' }
    return {
      value: verdict.phone,
      problems: verdict.others > 0 ? [problem('note', 'phone-several', several)] : [],
    }
  }
  const full = `${areaCode}-${values.keeperPhone.replace(/\D/g, '')}`
  const fix = { label: { zh: `补区号：${full}`, en: `Add the area code: ${full}` }, value: full }
  const isFixable = verdict.code === 'incomplete' && areaCode !== undefined
  return {
    problems: [
      problem('error', `phone-${verdict.code}`, PHONE_REASONS[verdict.code], {
        accepted: { zh: '13800000000 或 0375-1234567', en: '13800000000 or 0375-1234567' },
        ...(isFixable && { fix }),
      }),
    ],
  }
}

export function judgeLevel(values: RosterValues): FieldVerdict<StationLevel> {
  if (values.level === undefined) return nothing
  const level = readLevel(values.level)
  if (level !== undefined) return { value: level, problems: [] }
  const reason = { zh: `不认识级别“${values.level}”。`, en: `The level "${values.level}" is not known.` }
  const accepted = {
    zh: stationLevels.map((it) => it.text.zh).join('、'),
    en: stationLevels.map((it) => it.text.zh).join(', '),
  }
  return { problems: [problemOf('level', values.level)('error', 'level-unknown', reason, { accepted })] }
}

export function judgeDate(values: RosterValues, { today }: RosterContext): FieldVerdict<string> {
  if (values.openedOn === undefined) return nothing
  const problem = problemOf('openedOn', values.openedOn)
  const read = readWrittenDay(values.openedOn)
  if (read === undefined) {
    const reason = {
      zh: '日期读不懂，或日历上没有这一天。',
      en: 'The date could not be read or is not in the calendar.',
    }
    const accepted = { zh: '2019-05-01、2019.5.1、2019年5月', en: '2019-05-01, 2019.5.1, 2019年5月' }
    return { problems: [problem('error', 'date-unreadable', reason, { accepted })] }
  }
  const coarse = {
    zh: `只写到${read.precision === 'month' ? '月' : '年'}，按 ${read.date} 记。`,
    en: `Only the ${read.precision} is given; recorded as ${read.date}.`,
  }
  const future = { zh: '启用日期在今天之后，请确认。', en: 'The date lies in the future; please confirm.' }
  return {
    value: read.date,
    problems: [
      ...(read.precision === 'day' ? [] : [problem('note', 'date-coarse', coarse)]),
      ...(read.date > today ? [problem('confirm', 'date-in-future', future)] : []),
    ],
  }
}

const PHONE_REASONS: Readonly<Record<'masked' | 'eaten' | 'incomplete' | 'unreadable', Text>> = {
  masked: { zh: '电话中间被遮住了，请给出完整号码。', en: 'The phone is masked; please give all of it.' },
  eaten: {
    zh: '电话被表格软件改成了科学计数，请把该列设为文本后重填。',
    en: 'The spreadsheet turned the phone into a power of ten; set the column to text and enter it again.',
  },
  incomplete: { zh: '固定电话缺少区号。', en: 'The landline lacks its area code.' },
  unreadable: {
    zh: '不是手机号，也不是带区号的固定电话。',
    en: 'Neither a mobile nor a landline with its area code.',
  },
}
