import type { Candidate, Duty, FoundingFacts } from './facts.ts'
import type { Line } from './line.ts'
import { threshold } from './thresholds.ts'

/** Those who sit in the committee; 工会法 article 10 bars the head's close relatives from it. */
const inCommittee: readonly Duty[] = ['chair', 'vice-chair', 'committee', 'women']
/** 工会负责人, as 河南省工会条例 article 7 has it: whoever leads the union. */
const leading: readonly Duty[] = ['chair', 'vice-chair', 'organiser']

/** Who may not stand, and whether there are enough to prepare. */
export function peopleLines(
  { unitKind, people }: Pick<FoundingFacts, 'unitKind' | 'people'>,
  today: string,
): Line[] {
  const barred = unitKind === 'enterprise' ? people.flatMap(barredLines) : []
  return [preparersLine(people, today), ...barred]
}

function preparersLine(people: readonly Candidate[], today: string): Line {
  const [fewest, most] = [threshold('preparersMin', today).value, threshold('preparersMax', today).value]
  const count = people.filter(({ duty }) => duty === 'preparer').length
  const isGood = count >= fewest && count <= most
  return {
    rule: 'preparers',
    verdict: isGood ? 'good' : 'missing',
    article: 'practice',
    says: isGood
      ? { zh: `筹备组${count}人`, en: `${count} people prepare` }
      : {
          zh: `筹备组应有${fewest}至${most}人，现在${count}人`,
          en: `${fewest} to ${most} people prepare; ${count} are named`,
        },
  }
}

/** Each person once for each rule that bars them; also used when a union elects. */
export function barredLines({ name, duty, isRelativeOfHead, isHeadOrInChargeOfWages }: Candidate): Line[] {
  const lines: Line[] = []
  if (isRelativeOfHead && inCommittee.includes(duty))
    lines.push({
      rule: 'relative',
      verdict: 'refused',
      article: 'law-10',
      says: {
        zh: `${name}是企业主要负责人的近亲属，不能作为工会委员会成员的人选`,
        en: `${name} is a close relative of the head and cannot stand for the committee`,
      },
    })
  if (isHeadOrInChargeOfWages && leading.includes(duty))
    lines.push({
      rule: 'head',
      verdict: 'refused',
      article: 'henan-7',
      says: {
        zh: `${name}是企业主要负责人或分管劳动、工资，不能兼任工会负责人`,
        en: `${name} heads the enterprise or its wages and cannot lead the union too`,
      },
    })
  return lines
}
