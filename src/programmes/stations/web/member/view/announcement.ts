import type { OpeningSpan } from '#programmes/stations/rules/opening-hours-schema.ts'

export type Announcement = {
  readonly date: string
  readonly how: 'closed' | 'hours'
  readonly from: string
  readonly to: string
  readonly isNextDay: boolean
  readonly note: string
}

export type AnnouncementFault = 'day-missing' | 'times-wrong'

type Input = { readonly date: string; readonly spans: OpeningSpan[]; readonly note: string }

/** What the keeper filled in, as the contract takes it; no spans mean that the day is closed. */
export function readAnnouncement(
  draft: Announcement,
): { readonly input: Input; readonly fault?: undefined } | { readonly fault: AnnouncementFault } {
  const { date, how, from, to, isNextDay } = draft
  if (date === '') return { fault: 'day-missing' }
  const note = draft.note.trim()
  if (how === 'closed') return { input: { date, spans: [], note } }
  if (from === '' || to === '') return { fault: 'times-wrong' }
  // Midnight is the end of the day that it closes, not the beginning.
  const closing = to === '00:00' && !isNextDay ? '24:00' : to
  const isInOrder = isNextDay ? closing <= from : closing > from
  if (!isInOrder) return { fault: 'times-wrong' }
  const span: OpeningSpan = isNextDay ? { from, to: closing, nextDay: true } : { from, to: closing }
  return { input: { date, spans: [span], note } }
}
