import { Button } from '#ui/controls/button.tsx'
import { Drawer } from '#ui/controls/drawer.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { ChoiceChips } from './choice-chips.tsx'
import { FacilityIcon, facilityNames, useFacilityText } from './facility-icon.tsx'
import { messages } from './messages.ts'
import type { Finder } from './use-finder.ts'

const WHOLE_CITY = 'whole-city'

/** All the conditions, in a sheet from below; the list changes behind it while they are chosen. */
export default function FilterSheet({ finder, onClose }: { finder: Finder; onClose: () => void }) {
  const t = useText()
  const textOf = useFacilityText()
  const { filters, change, city, ranked } = finder
  const districts = (city?.districts ?? []).map(({ adcode, name }) => ({ id: adcode, label: t(name) }))
  return (
    <Drawer title={t(messages.filters)} side="bottom" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <div className="stations-sheet">
        <ChoiceChips
          label={t(messages.district)}
          takes="one"
          choices={[{ id: WHOLE_CITY, label: t(messages.wholeCity) }, ...districts]}
          chosen={[filters.adcode === '' ? WHOLE_CITY : filters.adcode]}
          onChange={([adcode]) => change({ adcode: adcode === WHOLE_CITY ? '' : (adcode ?? '') })}
        />
        <ChoiceChips
          label={t(messages.filtersTitle)}
          takes="any"
          choices={facilityNames.map((id) => ({
            id,
            label: textOf(id),
            icon: <FacilityIcon facility={id} />,
          }))}
          chosen={filters.facilities}
          onChange={(facilities) => change({ facilities })}
        />
        <div className="stations-actions stations-sheet-actions">
          <Button onPress={finder.clear}>{t(messages.clearFilters)}</Button>
          <Button variant="primary" onPress={onClose}>
            {t(messages.showResults, { count: ranked.length })}
          </Button>
        </div>
      </div>
    </Drawer>
  )
}
