import { useState } from 'react'
import { Button } from '#ui/controls/button.tsx'
import { List } from '#ui/data/list-item.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { useFormat } from '#ui/i18n/use-format.ts'
import { EmptyState } from '#ui/states/empty-state.tsx'
import { Skeleton } from '#ui/states/loading-state.tsx'
import { useOnline } from './device/use-online.ts'
import { ChosenStation } from './chosen-station.tsx'
import { FinderControls } from './finder-controls.tsx'
import { messages } from './messages.ts'
import { StationLine } from './station-line.tsx'
import { StationMap } from './station-map.tsx'
import type { StationList } from './types.ts'
import { useFinder, type Finder } from './use-finder.ts'
import { WhereLine } from './where-line.tsx'

const SHOWN_AT_FIRST = 20

export function StationFinder({ list }: { list: StationList }) {
  const t = useText()
  const format = useFormat()
  const isOnline = useOnline()
  const finder = useFinder(list)
  const [isMapLarge, setMapLarge] = useState(false)
  const [isSheetOpen, setSheetOpen] = useState(false)
  return (
    <div className="stations-finder" data-large-map={isMapLarge || undefined}>
      <div className="stations-finder-controls">
        {!isOnline && (
          <p className="stations-small" role="status">
            {t(messages.keptAsOf, { time: format.dateTime(list.asOf) })}
          </p>
        )}
        <FinderControls finder={finder} isSheetOpen={isSheetOpen} onSheetChange={setSheetOpen} />
      </div>
      <div className="stations-finder-map">
        <StationMap finder={finder} />
      </div>
      <section className="stations-finder-list">
        <WhereLine finder={finder} onChooseDistrict={() => setSheetOpen(true)}>
          <span className="stations-map-size">
            <Button variant="quiet" onPress={() => setMapLarge(!isMapLarge)}>
              {t(isMapLarge ? messages.shrinkMap : messages.enlargeMap)}
            </Button>
          </span>
        </WhereLine>
        {finder.isOrdered ? <FoundStations finder={finder} /> : <Skeleton lines={6} />}
      </section>
    </div>
  )
}

function FoundStations({ finder }: { finder: Finder }) {
  const t = useText()
  const { ranked, chosen, now, origin } = finder
  const [shown, setShown] = useState(SHOWN_AT_FIRST)
  const open = ranked.filter(({ kind }) => kind === 'open').length
  const rest = ranked.filter((one) => one !== chosen)
  return (
    <>
      {chosen && <ChosenStation finder={finder} chosen={chosen} />}
      <h2 className="stations-count" aria-live="polite">
        {t(messages.found, { count: ranked.length, open })}
      </h2>
      {ranked.length === 0 && <NothingFound onClear={finder.clear} />}
      {rest.length > 0 && (
        <List label={t(messages.listLabel)}>
          {rest.slice(0, shown).map((one) => (
            <StationLine
              key={one.station.code}
              ranked={one}
              now={now}
              isMeasuredFromMe={origin.kind === 'me'}
            />
          ))}
        </List>
      )}
      {rest.length > shown && (
        <Button wide onPress={() => setShown(shown + SHOWN_AT_FIRST)}>
          {t(messages.showMore, { count: Math.min(SHOWN_AT_FIRST, rest.length - shown) })}
        </Button>
      )}
    </>
  )
}

function NothingFound({ onClear }: { onClear: () => void }) {
  const t = useText()
  return (
    <EmptyState
      kind="search"
      title={t(messages.nothingFoundTitle)}
      actions={<Button onPress={onClear}>{t(messages.clearFilters)}</Button>}
    >
      {t(messages.nothingFound)}
    </EmptyState>
  )
}
