import type { Text } from '#platform/text.ts'
import type { ArticleId } from './articles.ts'

export type Ballot = { readonly entitled: number; readonly present: number }

export type Elected = { readonly name: string; readonly votes: number }

export type ElectionFault = { readonly field: string; readonly reason: Text; readonly article: ArticleId }

/**
 * Whether an election stands (工会基层组织选举工作条例): two thirds of those entitled were there, and each of the elected
 * has more than half of those entitled. In whole numbers, so that no rounding decides it.
 */
export function electionFaults({ entitled, present }: Ballot, elected: readonly Elected[]): ElectionFault[] {
  const faults: ElectionFault[] = []
  const fault = (field: string, zh: string, en: string) =>
    faults.push({ field, reason: { zh, en }, article: 'election' })
  if (present > entitled)
    fault('present', '到会人数不能多于应到会人数', 'More were present than are entitled')
  else if (3 * present < 2 * entitled)
    fault(
      'present',
      `应到${entitled}人，实到${present}人，不足三分之二，选举无效`,
      `${present} of ${entitled} were present, fewer than two thirds: the election does not stand`,
    )
  for (const [at, { name, votes }] of elected.entries()) {
    if (votes > present)
      fault(`officers.${at}.votes`, `${name}的得票多于到会人数`, `${name} has more votes than were present`)
    else if (2 * votes <= entitled)
      fault(
        `officers.${at}.votes`,
        `${name}得${votes}票，没有超过应到会人数${entitled}的半数`,
        `${name} has ${votes} votes, not more than half of ${entitled}`,
      )
  }
  return faults
}
