import { lazy, Suspense, useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { SearchField } from '#ui/controls/search-field.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { ChoiceChips } from './choice-chips.tsx'
import { askPosition } from './device/position.ts'
import { FacilityIcon, facilityNames, useFacilityText } from './facility-icon.tsx'
import { messages } from './messages.ts'
import type { Finder } from './use-finder.ts'

const FilterSheet = lazy(() => import('./filter-sheet.tsx'))

/** Asked for most, and so one press away; the rest stand in the sheet. */
const AT_HAND = ['water', 'hot-water', 'microwave', 'charging', 'air-conditioner', 'toilet']
const OPEN_ONLY = 'open-only'

export function FinderControls({ finder }: { finder: Finder }) {
  const t = useText()
  const textOf = useFacilityText()
  const [isSheetOpen, setSheetOpen] = useState(false)
  const { filters, change } = finder
  const facilities = facilityNames.filter(
    (name) => AT_HAND.includes(name) || filters.facilities.includes(name),
  )
  return (
    <>
      <div className="stations-search">
        <SearchField
          label={t(messages.search)}
          value={filters.search}
          onChange={(search) => change({ search })}
        />
        <Button icon="filter" onPress={() => setSheetOpen(true)}>
          {t(messages.filters)}
        </Button>
      </div>
      <ChoiceChips
        label={t(messages.filters)}
        isLabelHidden
        takes="any"
        choices={[
          { id: OPEN_ONLY, label: t(messages.onlyOpen) },
          ...facilities.map((id) => ({ id, label: textOf(id), icon: <FacilityIcon facility={id} /> })),
        ]}
        chosen={[...(filters.openOnly ? [OPEN_ONLY] : []), ...filters.facilities]}
        onChange={(chosen) =>
          change({
            openOnly: chosen.includes(OPEN_ONLY),
            facilities: chosen.filter((id) => id !== OPEN_ONLY),
          })
        }
      />
      <WhereLine finder={finder} onChooseDistrict={() => setSheetOpen(true)} />
      {isSheetOpen && (
        <Suspense>
          <FilterSheet finder={finder} onClose={() => setSheetOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

/** Says what distances are measured from, and what to do where there is no position. */
function WhereLine({ finder, onChooseDistrict }: { finder: Finder; onChooseDistrict: () => void }) {
  const t = useText()
  const isProblem = finder.position.kind in problems && finder.district === undefined
  return (
    <div className="stations-where" data-problem={isProblem || undefined}>
      <p role="status">{useWhereWords(finder)}</p>
      {finder.origin.kind === 'me' ? (
        <Button variant="quiet" icon="refresh" onPress={() => void askPosition()}>
          {t(messages.locateAgain)}
        </Button>
      ) : (
        <Button variant="quiet" onPress={onChooseDistrict}>
          {t(messages.chooseDistrict)}
        </Button>
      )}
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
