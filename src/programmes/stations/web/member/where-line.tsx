import type { ReactNode } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { askPosition } from './device/position.ts'
import { messages } from './messages.ts'
import type { Finder } from './use-finder.ts'

type WhereLineProps = { finder: Finder; onChooseDistrict: () => void; children: ReactNode }

/** Says what distances are measured from, and what to do where there is no position. */
export function WhereLine({ finder, onChooseDistrict, children }: WhereLineProps) {
  const t = useText()
  const isProblem = finder.position.kind in problems && finder.district === undefined
  return (
    <div className="stations-where" data-problem={isProblem || undefined}>
      <p role="status">{useWhereWords(finder)}</p>
      <span className="stations-where-tools">
        {finder.origin.kind === 'me' ? (
          <Button variant="quiet" icon="refresh" onPress={() => void askPosition()}>
            {t(messages.locateAgain)}
          </Button>
        ) : (
          <Button variant="quiet" onPress={onChooseDistrict}>
            {t(messages.chooseDistrict)}
          </Button>
        )}
        {children}
      </span>
    </div>
  )
}

const problems = {
  refused: messages.positionRefused,
  failed: messages.positionFailed,
  unsupported: messages.positionUnsupported,
} as const

function useWhereWords({ origin, position, district }: Finder): string {
  const t = useText()
  const format = useFormat()
  if (origin.kind === 'me' && position.kind === 'known') {
    return t(messages.fromMe, { metres: position.received.accuracyMetres })
  }
  if (district !== undefined) return t(messages.fromDistrict, { place: t(district.name) })
  if (position.kind in problems) return t(problems[position.kind as keyof typeof problems])
  if (origin.farMetres !== null) {
    return t(messages.positionFarAway, { distance: format.distance(origin.farMetres) })
  }
  return t(messages.fromCity)
}
