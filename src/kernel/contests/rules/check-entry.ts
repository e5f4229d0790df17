import type { Problem } from '#platform/failures.ts'
import type { ContestRules } from '../shapes.ts'

export type EntryDraft = {
  readonly category: string
  readonly kind: 'person' | 'team' | 'unit'
  readonly participants: readonly {
    readonly name: string
    readonly hasConsented: boolean
    readonly isMinor: boolean
    readonly guardianName: string
  }[]
  readonly body: string
  readonly fileId: string | null
}

/** What the rules of the contest have against an entry, all of it at once. */
export function problemsOfEntry(rules: ContestRules, entry: EntryDraft): Problem[] {
  const category = rules.categories.find(({ id }) => id === entry.category)
  if (category === undefined) {
    const accepted = rules.categories.map(({ name }) => name).join('、')
    const reason = { zh: '没有这个组别。', en: 'There is no such category.' }
    return [{ field: 'category', code: 'unknown-category', reason, accepted: { zh: accepted, en: accepted } }]
  }
  return [
    ...kindProblems(rules, entry),
    ...mediaProblems(category.media, entry),
    ...entry.participants.flatMap((one, index) => participantProblems(one, index)),
  ]
}

function kindProblems({ mayEnter, teamMax }: ContestRules, entry: EntryDraft): Problem[] {
  const found: Problem[] = []
  if (!mayEnter.includes(entry.kind)) {
    const reason = { zh: '这项比赛不接受这种参赛方式。', en: 'This contest does not take such entrants.' }
    found.push({ field: 'kind', code: 'kind-not-allowed', reason })
  }
  const count = entry.participants.length
  if (entry.kind === 'team' && (count < 2 || count > teamMax)) {
    const reason = { zh: `团队填了${count}人。`, en: `The team has ${count} people.` }
    const accepted = { zh: `2至${teamMax}人`, en: `2 to ${teamMax}` }
    found.push({ field: 'participants', code: 'team-size', reason, accepted })
  }
  return found
}

function mediaProblems(media: ContestRules['categories'][number]['media'], entry: EntryDraft): Problem[] {
  if (media.kind === 'video') return filmProblems(entry)
  if (entry.fileId !== null) {
    const reason = { zh: '这个组别只收正文，不收视频。', en: 'This category takes a text, not a film.' }
    return [{ field: 'fileId', code: 'film-not-taken', reason }]
  }
  if (entry.body.trim() === '') {
    const reason = { zh: '这个组别要填写正文。', en: 'This category takes a text written here.' }
    return [{ field: 'body', code: 'text-needed', reason }]
  }
  const length = [...entry.body].length
  if (length <= media.charactersMax) return []
  const reason = { zh: `正文有${length}字。`, en: `The text has ${length} characters.` }
  const accepted = { zh: `最多${media.charactersMax}字`, en: `at most ${media.charactersMax}` }
  return [{ field: 'body', code: 'text-too-long', reason, accepted }]
}

/** What the film itself is stands in the file, which is read after this. */
function filmProblems({ fileId, body }: EntryDraft): Problem[] {
  if (fileId === null) {
    const reason = { zh: '请先上传视频。', en: 'Upload the film first.' }
    return [{ field: 'fileId', code: 'film-needed', reason }]
  }
  if (body.trim() === '') return []
  const reason = { zh: '这个组别只收视频，不收正文。', en: 'This category takes a film, not a text.' }
  return [{ field: 'body', code: 'text-not-taken', reason }]
}

/** PIPL, articles 13 and 31: who is seen agrees, and for a minor the guardian does. */
function participantProblems(one: EntryDraft['participants'][number], index: number): Problem[] {
  const found: Problem[] = []
  if (!one.hasConsented) {
    const reason = { zh: `${one.name}还没有同意出镜和公开。`, en: `${one.name} has not agreed to be shown.` }
    found.push({ field: `participants.${index}.hasConsented`, code: 'consent-missing', reason })
  }
  if (one.isMinor && one.guardianName.trim() === '') {
    const reason = {
      zh: `${one.name}未成年，请填写同意的监护人。`,
      en: `${one.name} is a minor: name the guardian who agrees.`,
    }
    found.push({ field: `participants.${index}.guardianName`, code: 'guardian-missing', reason })
  }
  return found
}
