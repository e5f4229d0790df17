import { creditCodeProblem, findOrganisation, type Organisation } from '#kernel/organisations/index.ts'
import { readPhone } from '#kernel/people/index.ts'
import type { Context } from '#platform/context.ts'
import { invalidInput, type Problem } from '#platform/failures.ts'
import { kindOfForm } from '../../rules/founding/kind-of-form.ts'
import { hindrances, recommendForm, type Recommendation } from '../../rules/founding/recommend-form.ts'
import { articles, citation } from '../../rules/founding/articles.ts'
import type { Application } from '../../shapes-founding.ts'
import { takesUnions } from './levels-above.ts'

export type ReadApplication = {
  readonly application: Application
  readonly advice: Recommendation
  readonly levelAbove: Organisation
}

/**
 * Everything that is not right with an application, at once: codes, phone, a form that the law does not allow, people
 * who may not stand. Throws `invalid-input` (422), each problem at its field and with its article.
 */
export async function readApplication(
  ctx: Context,
  application: Application,
  today: string,
): Promise<ReadApplication> {
  const levelAbove = await findOrganisation(ctx, application.levelAboveId)
  const advice = recommendForm(application, today)
  const problems = [
    ...codeProblems(application),
    ...numberProblems(application, today),
    ...formProblems(application, advice),
    ...hindrances(advice).map(problemOfLine),
  ]
  if (levelAbove === undefined || !takesUnions(levelAbove, kindOfForm(application.form)))
    problems.push(noLevelAbove)
  if (readPhone(application.contactPhone) === undefined) problems.push(wrongPhone)
  if (problems.length > 0) throw invalidInput(problems)
  return { application, advice, levelAbove: levelAbove! }
}

function codeProblems({ scope, unitCode, units }: Application): Problem[] {
  const isOnesOwn = scope === 'one-unit' || scope === 'several-units'
  const own = !isOnesOwn ? undefined : creditCodeProblem(unitCode ?? '')
  const others = units.flatMap(({ creditCode }, at) => {
    const problem = creditCode === '' ? undefined : creditCodeProblem(creditCode)
    return problem === undefined ? [] : [{ ...problem, field: `units.${at}.creditCode` }]
  })
  return [...(own === undefined ? [] : [{ ...own, field: 'unitCode' }]), ...others]
}

function numberProblems(
  { members, womenMembers, workers, unitFoundedOn }: Application,
  today: string,
): Problem[] {
  const problems: Problem[] = []
  const fault = (field: string, zh: string, en: string) => problems.push({ field, reason: { zh, en } })
  if (womenMembers > members) fault('womenMembers', '女会员不能多于会员总数', 'Women are among the members')
  if (members > workers) fault('members', '会员不能多于职工总数', 'Members are among the workers')
  if (unitFoundedOn !== null && unitFoundedOn > today)
    fault('unitFoundedOn', '成立日期不能晚于今天', 'The day cannot lie in the future')
  return problems
}

function formProblems({ form }: Application, { lawful, why }: Recommendation): Problem[] {
  return lawful.includes(form) ? [] : [{ field: 'form', reason: why }]
}

/** Where on the form a line of the rules belongs. */
const fields: Readonly<Record<string, string>> = {
  preparers: 'people',
  relative: 'people',
  head: 'people',
  units: 'units',
  'unit-large': 'units',
  members: 'members',
}

function problemOfLine({ rule, says, article }: Recommendation['lines'][number]): Problem {
  return { field: fields[rule] ?? 'form', reason: says, accepted: citation(articles[article]) }
}

const noLevelAbove: Problem = {
  field: 'levelAboveId',
  reason: { zh: '请选择能批准这种工会的上一级工会。', en: 'Choose a level above that takes such a union.' },
}

const wrongPhone: Problem = {
  field: 'contactPhone',
  reason: { zh: '请填11位手机号。', en: 'A mobile number has 11 digits.' },
}
