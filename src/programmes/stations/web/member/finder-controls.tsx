import { lazy, Suspense } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { ChoiceChips } from './choice-chips.tsx'
import { FacilityIcon, facilityNames, useFacilityText } from './facility-icon.tsx'
import { FindField } from './find-field.tsx'
import { messages } from './messages.ts'
import type { Finder } from './use-finder.ts'

const FilterSheet = lazy(() => import('./filter-sheet.tsx'))

/** Asked for most, and so one press away; the rest stand in the sheet. */
const AT_HAND = ['water', 'hot-water', 'microwave', 'charging', 'air-conditioner', 'toilet']
const OPEN_ONLY = 'open-only'

type FinderControlsProps = { finder: Finder; isSheetOpen: boolean; onSheetChange: (isOpen: boolean) => void }

export function FinderControls({ finder, isSheetOpen, onSheetChange }: FinderControlsProps) {
  const t = useText()
  const textOf = useFacilityText()
  const { filters, change } = finder
  const facilities = facilityNames.filter(
    (name) => AT_HAND.includes(name) || filters.facilities.includes(name),
  )
  return (
    <>
      <div className="stations-search">
        <FindField
          label={t(messages.search)}
          value={filters.search}
          onChange={(search) => change({ search })}
        />
        <Button icon="filter" onPress={() => onSheetChange(true)}>
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
      {isSheetOpen && (
        <Suspense>
          <FilterSheet finder={finder} onClose={() => onSheetChange(false)} />
        </Suspense>
      )}
    </>
  )
}
