import type { Milestone } from '../../rules/support/measure.ts'

/** A milestone in a few words, as exports have it. */
export function milestoneWords(milestone: Milestone): string {
  if (milestone.kind === 'founded') return '建会'
  if (milestone.kind === 'members') return `会员达${milestone.atLeast}人`
  return `满${milestone.months}个月`
}
