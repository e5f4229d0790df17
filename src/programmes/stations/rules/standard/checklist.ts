import type { Text } from '#platform/text.ts'
import type { PhotoKind, Standard } from './standard-schema.ts'

/** What an inspector asks and photographs on the spot, criterion by criterion. */
export type ChecklistPart = {
  readonly criterion: string
  readonly title: Text
  readonly words: Text
  readonly questions: readonly ChecklistQuestion[]
  readonly photos: readonly PhotoKind[]
}

export type ChecklistQuestion = {
  readonly id: string
  readonly words: Text
  readonly expects: 'yes' | 'no'
}

/** The checklist follows from the standard: each question and each kind of photo once, where it is first asked. */
export function checklistOf({ criteria }: Pick<Standard, 'criteria'>): ChecklistPart[] {
  const asked = new Set<string>()
  const isNew = (name: string) => !asked.has(name) && asked.add(name) !== undefined
  return criteria
    .map(({ id, title, words, needs }) => {
      const takes = needs.flatMap(({ anyOf }) => anyOf)
      return {
        criterion: id,
        title,
        words,
        questions: takes.flatMap((take) =>
          take.kind === 'answer' && isNew(`answer ${take.question}`)
            ? [{ id: take.question, words: take.words, expects: take.expects }]
            : [],
        ),
        photos: takes.flatMap((take) =>
          take.kind === 'photo' && isNew(`photo ${take.of}`) ? [take.of] : [],
        ),
      }
    })
    .filter(({ questions, photos }) => questions.length + photos.length > 0)
}

/** The part on which a kind of photo stands. */
export const partOfPhoto = (parts: readonly ChecklistPart[], kind: string) =>
  parts.find(({ photos }) => photos.some((photo) => photo === kind))
