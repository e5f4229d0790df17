import type { Text } from '#platform/text.ts'
import type { Criterion, Standard, Take } from './standard-schema.ts'

/** Where a standard contradicts itself; `field` is a path into it, such as `criteria.2.needs.0`. */
export type Fault = { readonly field: string; readonly reason: Text }

/** Every contradiction of a well-formed standard; none where it can be met and judged. */
export function faultsOf(standard: Standard): Fault[] {
  return [
    ...doubledCriteria(standard),
    ...standard.criteria.flatMap((criterion, index) => faultsOfCriterion(criterion, index)),
    ...disagreeingQuestions(standard),
    ...alwaysLapsing(standard),
  ]
}

function doubledCriteria({ criteria }: Standard): Fault[] {
  return criteria.flatMap(({ id }, index) =>
    criteria.findIndex((other) => other.id === id) === index
      ? []
      : [
          fault(
            `criteria.${index}.id`,
            `条目代号“${id}”用了两次，无法分别认定。`,
            `The criterion “${id}” stands twice.`,
          ),
        ],
  )
}

function faultsOfCriterion({ title, needs }: Criterion, index: number): Fault[] {
  return needs.flatMap(({ anyOf }, at) => {
    const field = `criteria.${index}.needs.${at}`
    const ages = new Map<string, number>()
    return anyOf.flatMap((take) => {
      if (take.kind === 'facilities') return tooFewNamed(take, field, title)
      const name = nameOfTake(take)
      const known = ages.get(name)
      ages.set(name, 'maxAgeDays' in take ? take.maxAgeDays : 0)
      if (known === undefined) return []
      return [
        fault(
          field,
          `“${title.zh}”的同一项要求里，同一种依据写了两次，期限互相矛盾。`,
          `“${title.en}” takes the same evidence twice in one need, with two ages.`,
        ),
      ]
    })
  })
}

const nameOfTake = (take: Take): string =>
  take.kind === 'answer'
    ? `answer ${take.question}`
    : 'of' in take
      ? `${take.kind} ${String(take.of)}`
      : take.kind

function tooFewNamed(take: Take & { kind: 'facilities' }, field: string, title: Text): Fault[] {
  const named = new Set(take.of).size
  if (take.atLeast <= named) return []
  return [
    fault(
      field,
      `“${title.zh}”要求至少${take.atLeast}种设施，却只列出${named}种，没有驿站能做到。`,
      `“${title.en}” wants ${take.atLeast} facilities of ${named}: no station can meet it.`,
    ),
  ]
}

/** One question on the checklist has one wording, and one answer that speaks for the station. */
function disagreeingQuestions({ criteria }: Standard): Fault[] {
  const first = new Map<string, Take & { kind: 'answer' }>()
  return criteria.flatMap(({ needs }, index) =>
    needs.flatMap(({ anyOf }, at) =>
      anyOf.flatMap((take) => {
        if (take.kind !== 'answer') return []
        const known = first.get(take.question)
        if (known === undefined) return (first.set(take.question, take), [])
        const field = `criteria.${index}.needs.${at}`
        if (known.expects !== take.expects)
          return [
            fault(
              field,
              `检查问题“${take.question}”在一处要求答“是”，在另一处要求答“否”。`,
              `The question “${take.question}” must be answered yes in one place and no in another.`,
            ),
          ]
        if (known.words.zh === take.words.zh && known.words.en === take.words.en) return []
        return [
          fault(
            field,
            `检查问题“${take.question}”有两种问法。`,
            `The question “${take.question}” is worded in two ways.`,
          ),
        ]
      }),
    ),
  )
}

/**
 * A need that no evidence can meet for longer than the warning would make every certificate lapse on the day it
 * becomes complete.
 */
function alwaysLapsing({ criteria, lapsingWithinDays }: Standard): Fault[] {
  return criteria.flatMap(({ title, needs }, index) =>
    needs.flatMap(({ anyOf }, at) => {
      const longest = Math.max(...anyOf.map((take) => ('maxAgeDays' in take ? take.maxAgeDays : Infinity)))
      if (longest > lapsingWithinDays) return []
      return [
        fault(
          `criteria.${index}.needs.${at}`,
          `“${title.zh}”的依据最多管${longest}天，而提前${lapsingWithinDays}天就预警：证书永远处于“即将到期”。`,
          `Evidence for “${title.en}” lasts ${longest} days and the warning begins ${lapsingWithinDays} days before: it would always be lapsing.`,
        ),
      ]
    }),
  )
}

const fault = (field: string, zh: string, en: string): Fault => ({ field, reason: { zh, en } })
