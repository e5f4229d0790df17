import { LinkButton } from '#ui/controls/link-button.tsx'
import { Card } from '#ui/data/card.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { situationMessages } from './situation-messages.ts'
import type { Situation } from '../types.ts'

const OPEN: readonly string[] = ['asked', 'hearing', 'heard', 'appealed', 'expelled']

/** A membership's end that is under way, or that may still be disputed: its case holds what happened and what may be done. */
export function EndingCard({ ending }: { ending: NonNullable<Situation['ending']> }) {
  const t = useText()
  if (!OPEN.includes(ending.state)) return null
  const isLeaving = ending.kind === 'leaving'
  return (
    <Card title={t(isLeaving ? situationMessages.leaving : situationMessages.expulsion)}>
      <p>{t(isLeaving ? situationMessages.leavingText : situationMessages.expulsionText)}</p>
      <LinkButton variant="primary" wide href={`/me/cases/${ending.caseId}`}>
        {t(situationMessages.seeCase)}
      </LinkButton>
    </Card>
  )
}
