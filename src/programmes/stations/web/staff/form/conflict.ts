import type { Text } from '#platform/text.ts'
import { formatOpeningException, formatOpeningHours } from '../../../rules/format-opening-hours.ts'
import type { StationDraft } from '../types.ts'
import { facilityText, levelWords } from '../words.ts'
import { valuesOf, type StationValues } from './station-values.ts'

/** The fields that two people may change apart from one another; days that differ are one beside the hours. */
export const MERGED_FIELDS = [
  'name',
  'adcode',
  'address',
  'location',
  'hours',
  'exceptions',
  'facilities',
  'otherFacilities',
  'hostUnit',
  'phone',
  'level',
  'openedOn',
] as const
export type MergedField = (typeof MERGED_FIELDS)[number]
export type Side = 'mine' | 'theirs'
export type Choices = Partial<Record<MergedField, Side>>

export type Difference = {
  readonly field: MergedField
  readonly mine: Text
  readonly theirs: Text
  readonly changedBy: 'me' | 'them' | 'both'
}

/** Where two drafts say different things, and who moved away from what was opened. */
export function compareDrafts(opened: StationDraft, mine: StationDraft, theirs: StationDraft): Difference[] {
  return MERGED_FIELDS.flatMap((field) => {
    const [before, own, other] = [opened, mine, theirs].map((draft) => shown(draft, field))
    if (own!.zh === other!.zh) return []
    const changedBy = own!.zh === before!.zh ? 'them' : other!.zh === before!.zh ? 'me' : 'both'
    return [{ field, mine: own!, theirs: other!, changedBy } as const]
  })
}

/** What only one side touched is settled by that; what both touched a person must decide. */
export function settledChoices(differences: readonly Difference[]): Choices {
  const settled = differences.filter(({ changedBy }) => changedBy !== 'both')
  return Object.fromEntries(
    settled.map(({ field, changedBy }) => [field, changedBy === 'me' ? 'mine' : 'theirs']),
  )
}

export const isDecided = (differences: readonly Difference[], choices: Choices): boolean =>
  differences.every(({ field }) => choices[field] !== undefined)

/** The form as it was filled, with the other's words where those were chosen. Nothing else moves. */
export function mergeValues(mine: StationValues, theirs: StationDraft, choices: Choices): StationValues {
  const other = valuesOf(theirs)
  return MERGED_FIELDS.filter((field) => choices[field] === 'theirs').reduce<StationValues>(
    (merged, field) => ({
      ...merged,
      [field]: other[field],
      ...(field === 'location' && { datum: other.datum }),
    }),
    mine,
  )
}

/** What a field says, to be read and to be compared: two drafts that read alike are alike. */
function shown(draft: StationDraft, field: MergedField): Text {
  const { location, hours } = draft
  switch (field) {
    case 'location':
      return plain(`${location.longitude}, ${location.latitude}（${location.datum}）`)
    case 'hours':
      return formatOpeningHours(hours)
    case 'exceptions':
      return joined(
        [...hours.exceptions].sort((a, b) => (a.date < b.date ? -1 : 1)).map(formatOpeningException),
        '\n',
      )
    case 'facilities':
      return joined(
        [...draft.facilities].sort().map((id) => facilityText(id as never)),
        '、',
      )
    case 'otherFacilities':
      return plain([...(draft.otherFacilities ?? [])].sort().join('、'))
    case 'level':
      return levelWords[draft.level ?? 'ordinary']
    default:
      return plain(draft[field] ?? '')
  }
}

const plain = (text: string): Text => ({ zh: text, en: text })

const joined = (texts: readonly Text[], between: string): Text => ({
  zh: texts.map(({ zh }) => zh).join(between),
  en: texts.map(({ en }) => en).join(between === '、' ? ', ' : between),
})
