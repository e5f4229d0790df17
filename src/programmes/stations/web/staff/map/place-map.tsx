import { useMemo } from 'react'
import { placeInDrawing, useCity, type Schematic } from '#kernel/city/client.ts'
import type { Degrees } from '#programmes/stations/rules/coordinates.ts'
import type { Status } from '#ui/data/status-badge.tsx'
import { useText } from '#ui/i18n/language.tsx'
import { SchematicMap } from '#ui/map/schematic-map.tsx'
import { Answered } from '#ui/states/answered.tsx'
import { mapMessages as messages } from './messages.ts'
import { useGeometry } from './use-geometry.ts'

type PlaceMapProps = { readonly name: string; readonly place: Degrees; readonly status: Status }

/** Where one station stands in the city's drawing. The place is GCJ-02. */
export function PlaceMap(props: PlaceMapProps) {
  const city = useCity()
  return <Answered to={city}>{({ schematic }) => <Drawn {...props} drawing={schematic} />}</Answered>
}

function Drawn({ name, place, status, drawing }: PlaceMapProps & { readonly drawing: Schematic }) {
  const t = useText()
  const { longitude, latitude } = place
  const markers = useMemo(
    () => [{ id: 'here', ...placeInDrawing(drawing, longitude, latitude), status, label: name }],
    [drawing, longitude, latitude, status, name],
  )
  return (
    <div className="stations-desk-map">
      <SchematicMap
        label={t(messages.mapOf, { name })}
        geometry={useGeometry(drawing)}
        markers={markers}
        selectedId="here"
        onSelect={() => undefined}
      />
      <p className="ui-hint">{t(drawing.notice)}</p>
    </div>
  )
}
