import { Card } from '#ui/data/card.tsx'
import { Timeline } from '#ui/data/timeline.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { ChangedRules, rulesBefore } from '../../told/changed-rules.tsx'
import { RulesTold } from '../../told/rules-told.tsx'
import type { Contest } from '../../types.ts'
import { staffMessages as messages } from '../messages.ts'

/** The rules as everybody reads them, and each dated change. */
export function RulesPart({ contest }: { readonly contest: Contest }) {
  const t = useText()
  const events = contest.amendments.toReversed().map(({ no, at, reason, rules }) => {
    const before = rulesBefore(contest.amendments, no)
    return {
      id: String(no),
      at,
      who: no === 0 ? t(messages.firstOpened) : t(messages.amendmentNo, { no }),
      what: '',
      ...(no > 0 && { why: reason }),
      children: before && <ChangedRules before={before} after={rules} />,
    }
  })
  return (
    <div className="contest-columns">
      <Card title={t(messages.rules)}>
        {contest.rules.description !== '' && <p className="contest-call">{contest.rules.description}</p>}
        <RulesTold rules={contest.rules} />
      </Card>
      {events.length > 0 && (
        <Card title={t(messages.amendments)}>
          <Timeline label={t(messages.amendments)} events={events} />
        </Card>
      )}
    </div>
  )
}
