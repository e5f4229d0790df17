import { takeWords, whyWords } from '../../rules/certificate/words.ts'
import type { Certificate, TakeVerdict } from '../../rules/certificate/certify.ts'
import type { Standard } from '../../rules/standard/standard-schema.ts'
import type { StandardVersion } from '../standards/in-force.ts'

/** A computed certificate with the standard's words beside each verdict. */
export const criteriaOf = (standard: Standard, { criteria }: Certificate) =>
  criteria.map(({ id, holds, until, needs }, index) => {
    const { title, words } = standard.criteria[index]!
    return {
      id,
      title,
      words,
      holds,
      until,
      needs: needs.map((need) => ({ holds: need.holds, until: need.until, takes: need.takes.map(takeOf) })),
    }
  })

const takeOf = ({ take, holds, day, until, why, evidenceId }: TakeVerdict) => ({
  kind: take.kind,
  of: take.kind === 'photo' || take.kind === 'document' ? take.of : null,
  words: takeWords(take),
  holds,
  day,
  until,
  why: why === null ? null : whyWords(why),
  evidenceId,
})

export const nameOf = ({ id, standard, no, content }: StandardVersion) => ({
  versionId: id,
  standard,
  no,
  title: content.title,
})

/** The titles of criteria, in the words of the standard that they belong to. */
export function titlesOf(content: Standard | undefined, ids: readonly string[]) {
  return ids.map(
    (id) => content?.criteria.find((criterion) => criterion.id === id)?.title ?? { zh: id, en: id },
  )
}
