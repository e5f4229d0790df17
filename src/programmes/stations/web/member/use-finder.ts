import { useMemo, useState } from 'react'
import { useCity } from '#kernel/city/client.ts'
import { useNow } from './device/use-now.ts'
import { usePosition } from './device/position.ts'
import type { FacilityName, StationList } from './types.ts'
import { originOf } from './view/origin.ts'
import { rankStations } from './view/rank-stations.ts'

export type Filters = {
  readonly search: string
  readonly openOnly: boolean
  readonly facilities: readonly FacilityName[]
  /** Empty: the whole city. */
  readonly adcode: string
}

const noFilters: Filters = { search: '', openOnly: false, facilities: [], adcode: '' }

/** What the map and the list beside it show, computed on the phone. */
export function useFinder(list: StationList) {
  const [filters, setFilters] = useState(noFilters)
  const [chosenCode, setChosenCode] = useState<string>()
  const { data: city, isPending: isCityAsked } = useCity()
  const position = usePosition()
  const now = useNow()
  const district = city?.districts.find(({ adcode }) => adcode === filters.adcode)
  const me = position.kind === 'known' ? position.point : null
  const origin = useMemo(
    () => originOf(me, district ?? null, city?.schematic ?? null),
    [me, district, city?.schematic],
  )
  const { search, openOnly, facilities } = filters
  const ranked = useMemo(
    () => rankStations(list, { from: origin.from, now, search, openOnly, facilities }),
    [list, origin, now, search, openOnly, facilities],
  )
  // Whoever said where they are wants the first answer shown; whoever pressed a marker wants that one.
  const chosen =
    ranked.find(({ station }) => station.code === chosenCode) ??
    (origin.kind === 'city' ? undefined : ranked[0])
  return {
    filters,
    change: (part: Partial<Filters>) => {
      setChosenCode(undefined)
      setFilters((old) => ({ ...old, ...part }))
    },
    clear: () => setFilters(noFilters),
    city,
    district,
    origin,
    position,
    now,
    ranked,
    /** Until it is known from where to measure, the order would change under a thumb. */
    isOrdered: !isCityAsked || me !== null,
    chosen,
    isChosenByHand: chosen !== undefined && chosen.station.code === chosenCode,
    choose: setChosenCode,
  }
}

export type Finder = ReturnType<typeof useFinder>
