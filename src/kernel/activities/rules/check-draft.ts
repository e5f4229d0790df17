import type { Problem } from '#platform/failures.ts'
import type { ActivityDraft } from '../shapes.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** Longer than this is a programme, not an activity. */
export const DAYS_MAX = 31
/** How far ahead somebody may plan; a year typed wrong lies beyond it. */
export const DAYS_AHEAD_MAX = 731

/** What does not fit together in a draft; empty where it is sound. `now` only says what has already begun. */
export function problemsOfDraft(draft: ActivityDraft, now: Date): Problem[] {
  const at = (moment: string) => new Date(moment).getTime()
  const [starts, ends, from, until] = [draft.startsAt, draft.endsAt, draft.signUpFrom, draft.signUpUntil].map(
    at,
  ) as [number, number, number, number]
  const found: Problem[] = []
  const say = (field: string, zh: string, en: string) => found.push({ field, reason: { zh, en } })
  if (ends <= starts) say('draft.endsAt', '结束时间要晚于开始时间。', 'It ends after it starts.')
  else if (ends - starts > DAYS_MAX * DAY_MS)
    say(
      'draft.endsAt',
      `一次活动最长 ${DAYS_MAX} 天。请核对日期。`,
      `An activity lasts at most ${DAYS_MAX} days; look at the dates.`,
    )
  if (starts <= now.getTime()) say('draft.startsAt', '开始时间已经过去。', 'It would have started already.')
  else if (starts - now.getTime() > DAYS_AHEAD_MAX * DAY_MS)
    say(
      'draft.startsAt',
      '开始时间在两年以后，请核对年份。',
      'It starts in more than two years; look at the year.',
    )
  if (until <= from) say('draft.signUpUntil', '报名截止要晚于报名开始。', 'Signing up ends after it begins.')
  else if (until > ends)
    say('draft.signUpUntil', '报名截止不能晚于活动结束。', 'Signing up ends before the activity does.')
  return found
}
