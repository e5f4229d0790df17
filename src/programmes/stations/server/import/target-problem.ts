import type { Text } from '#platform/text.ts'
import { saidText } from '#platform/text.ts'
import { stationDraft } from '../../shapes.ts'
import type { WriteDraft } from '../keeping/station-row.ts'
import type { ParsedStation, RosterField, Severity } from '../roster/roster-verdict.ts'
import type { ImportProblem } from './imported-row.ts'
import type { KnownStation } from './known-stations.ts'
import { hasNamelessMobile } from './merge-draft.ts'

/** Codes of what is found here begin with `station-`, so that the next judgement finds them anew. */
const problem = (
  field: RosterField,
  code: string,
  severity: Severity,
  reason: Text,
  more: Partial<ImportProblem> = {},
): ImportProblem => ({ field, code: `station-${code}`, value: '', severity, reason, ...more })

/** What a row lacks for a station that is not there yet. */
export function problemsOfNew(parsed: ParsedStation): ImportProblem[] {
  const noPlace = {
    zh: '没有坐标，地图上找不到，不能新增。',
    en: 'Without coordinates it cannot stand on the map.',
  }
  const accepted = { zh: '如 113.301,33.745（经度在前）', en: 'such as 113.301,33.745 (longitude first)' }
  const noHours = {
    zh: '没有开放时间：确认后登记为“不开放”，补上之前不会出现在“现在开放”里。',
    en: 'No opening hours: once confirmed it counts as closed until somebody adds them.',
  }
  return [
    ...(parsed.location === undefined
      ? [problem('coordinates', 'without-place', 'error', noPlace, { accepted })]
      : []),
    ...(parsed.hours === undefined ? [problem('hours', 'without-hours', 'confirm', noHours)] : []),
    ...problemsOfAny(parsed),
  ]
}

export function problemsOfAny(parsed: ParsedStation): ImportProblem[] {
  const nameless = {
    zh: '有手机号而没有站长姓名，手机号不会登记，也不会公开。',
    en: 'A mobile number without a name: it is neither kept nor shown.',
  }
  const name = parsed.keeperName
  const badName = { zh: '站长姓名应为2至20个字。', en: "A keeper's name has 2 to 20 characters." }
  return [
    ...(hasNamelessMobile(parsed) ? [problem('keeperPhone', 'nameless-mobile', 'note', nameless)] : []),
    ...(name !== undefined && (name.length < 2 || name.length > 20)
      ? [problem('keeperName', 'keeper-name', 'error', badName, { value: name })]
      : []),
  ]
}

const draftShape = stationDraft.omit({ location: true })

/** What a form would refuse too, such as a name of a hundred characters. */
export function problemsOfDraft(draft: WriteDraft): ImportProblem[] {
  const issues = draftShape.safeParse(draft).error?.issues ?? []
  return issues.map(({ path, message }) => {
    const reason = saidText(message) ?? { zh: '内容太长或不完整。', en: 'Too long, or not complete.' }
    return problem(fieldOf[String(path[0])] ?? 'name', 'draft', 'error', reason)
  })
}

const fieldOf: Readonly<Record<string, RosterField>> = {
  name: 'name',
  adcode: 'district',
  address: 'address',
  hours: 'hours',
  facilities: 'facilities',
  otherFacilities: 'facilities',
  hostUnit: 'hostUnit',
  phone: 'keeperPhone',
  level: 'level',
  openedOn: 'openedOn',
}

/** The row means a station that is there: to be confirmed with what changes, or only noted where nothing does. */
export function problemOfMatch(
  known: KnownStation,
  changes: readonly Text[],
  byCode: boolean,
): ImportProblem {
  const who = {
    zh: `已有站点“${known.name}”（${known.code}）`,
    en: `the known station "${known.name}" (${known.code})`,
  }
  const field = byCode ? 'code' : 'name'
  const other = { other: { stationId: known.id }, value: known.code }
  if (changes.length === 0) {
    const same = { zh: `与${who.zh}内容相同，不会改动。`, en: `The same as ${who.en}; nothing will change.` }
    return problem(field, 'unchanged', 'note', same, other)
  }
  const zh = changes.map((change) => change.zh).join('、')
  const en = changes.map((change) => change.en).join(', ')
  const reason = {
    zh: `将修改${who.zh}的${zh}，请确认。`,
    en: `It will change ${en} of ${who.en}; please confirm.`,
  }
  return problem(field, 'changes', 'confirm', reason, { ...other, ofVersion: known.version })
}

export const outOfReach = (known: KnownStation): ImportProblem =>
  problem(
    'name',
    'out-of-reach',
    'error',
    {
      zh: `“${known.name}”（${known.code}）归别的组织管理，您不能通过导入修改。`,
      en: `"${known.name}" (${known.code}) belongs to an organisation outside your reach.`,
    },
    { other: { stationId: known.id } },
  )

export const sameTarget = (row: number, known: KnownStation): ImportProblem =>
  problem(
    'name',
    'same-target',
    'error',
    {
      zh: `第 ${row} 行已经对应“${known.name}”（${known.code}），一个站点只能写一行。`,
      en: `Row ${row} already stands for "${known.name}" (${known.code}); one station, one row.`,
    },
    { other: { row } },
  )

export const otherDistrict = (federation: string): ImportProblem =>
  problem('district', 'other-district', 'confirm', {
    zh: `这个县区不归“${federation}”管，确认后仍登记在它名下。`,
    en: `This district is not "${federation}"'s; once confirmed the station still counts to it.`,
  })
