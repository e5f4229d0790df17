import { bodyOfForm } from '../../../rules/founding/kind-of-form.ts'
import type { OfficeDuty } from '../../../shapes-unions.ts'
import type { DossierFacts } from './dossier-facts.ts'

export const dutyWords: Readonly<Record<OfficeDuty, string>> = {
  chair: '主席',
  'vice-chair': '副主席',
  committee: '委员',
  organiser: '组织员',
  audit: '经费审查委员',
  women: '女职工委员',
}

export const text = (words: string) => ({ kind: 'text', text: words }) as const
export const heading = (words: string) => ({ kind: 'heading', text: words }) as const

/** “某某公司工会” is led by “某某公司工会委员会”; the parts, so that a title can turn between them. */
function bodyParts({ founding }: DossierFacts): { whose: string; body: string } {
  const body = bodyOfForm(founding.form)
  const stem = body.replace(/委员会$/, '')
  return { whose: founding.union_name.replace(new RegExp(`${stem}(委员会)?$`), ''), body }
}

export function bodyName(facts: DossierFacts): string {
  const { whose, body } = bodyParts(facts)
  return `${whose}${body}`
}

const LINE_LETTERS = 19

/** A title that is too long for one line turns before the body's name. */
export function titleOf(facts: DossierFacts, before: string, after: string): string {
  const { whose, body } = bodyParts(facts)
  const whole = `${before}${whose}${body}${after}`
  return whole.length <= LINE_LETTERS ? whole : `${before}${whose}\n${body}${after}`
}

export const preparersOf = ({ application }: DossierFacts): string[] =>
  application.people.filter(({ duty }) => duty === 'preparer').map(({ name }) => name)

export const yearsInWords = (years: number): string => (years === 3 ? '三年' : '五年')

export const electedTable = ({ election }: DossierFacts) =>
  ({
    kind: 'table',
    headings: ['序号', '姓名', '职务', '得票'],
    widths: [1, 3, 3, 1.5],
    rows: election!.officers.map(({ name, duty, votes }, at) => [
      `${at + 1}`,
      name,
      dutyWords[duty],
      `${votes}`,
    ]),
  }) as const
