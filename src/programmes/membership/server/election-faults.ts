import { cityDay } from '#platform/city-time.ts'
import type { Context } from '#platform/context.ts'
import { invalidInput, type Problem } from '#platform/failures.ts'
import { articles, citation } from '../rules/founding/articles.ts'
import { electionFaults } from '../rules/founding/election.ts'
import type { UnionForm } from '../rules/founding/facts.ts'
import { barredLines } from '../rules/founding/people-lines.ts'
import type { ElectionReport } from '../shapes-unions.ts'

type About = {
  readonly form: UnionForm
  /** Of an enterprise: 工会法 article 10 names no other unit. */
  readonly isEnterprise: boolean
  /** A by-election fills one office and needs no chair where one sits. */
  readonly needsChair: boolean
}

/** Throws `invalid-input` (422) with every fault of an election at its field, each with the rule it comes from. */
export function requireElection(ctx: Context, report: ElectionReport, about: About): void {
  const today = cityDay(ctx.now)
  const problems: Problem[] = electionFaults(report, report.officers).map(({ field, reason, article }) => ({
    field,
    reason,
    accepted: citation(articles[article]),
  }))
  if (report.heldOn > today) problems.push(dayToCome)
  if (about.isEnterprise)
    for (const [at, candidate] of report.officers.entries())
      for (const { says, article } of barredLines(candidate))
        problems.push({ field: `officers.${at}.name`, reason: says, accepted: citation(articles[article]) })
  const leads = about.form === 'organiser' ? 'organiser' : 'chair'
  const leaders = report.officers.filter(({ duty }) => duty === leads).length
  if (leaders > 1 || (about.needsChair && leaders === 0))
    problems.push(about.form === 'organiser' ? oneOrganiser : oneChair)
  if (problems.length > 0) throw invalidInput(problems)
}

const dayToCome: Problem = {
  field: 'heldOn',
  reason: { zh: '选举日期不能晚于今天。', en: 'The election cannot lie in the future.' },
}
const oneChair: Problem = {
  field: 'officers',
  reason: { zh: '应当选举产生一名工会主席。', en: 'One chair is elected.' },
}
const oneOrganiser: Problem = {
  field: 'officers',
  reason: { zh: '应当选举产生一名组织员。', en: 'One organiser is elected.' },
}
