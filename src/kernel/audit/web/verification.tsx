import { useState } from 'react'
import { useAnswer } from '#platform/client/hooks.ts'
import type { OutputOf } from '#platform/contract.ts'
import { Button } from '#ui/controls/button.tsx'
import { StatusBadge } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { audit } from '../contract.ts'
import { messages } from './messages.ts'

/** Computes every digest anew, when asked: it reads the whole log. */
export function Verification() {
  const t = useText()
  const [asked, setAsked] = useState(0)
  return (
    <div className="ui-row" role="status">
      <Button icon="check" onPress={() => setAsked(asked + 1)}>
        {t(messages.verify)}
      </Button>
      {asked > 0 && <Verdict key={asked} />}
    </div>
  )
}

function Verdict() {
  const answer = useAnswer(audit.verify, {})
  return <Answered to={answer}>{(verdict) => <Told {...verdict} />}</Answered>
}

function Told({ intact, findings, lines, seals, latest }: OutputOf<typeof audit.verify>) {
  const t = useText()
  if (!intact) return <StatusBadge status="bad">{t(messages.broken, { count: findings.length })}</StatusBadge>
  const told =
    latest === null
      ? t(messages.intactUnsealed)
      : t(messages.intact, { lines, seals, no: String(latest.no), digest: latest.digest.slice(0, 16) })
  return <StatusBadge status="good">{told}</StatusBadge>
}
